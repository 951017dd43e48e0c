# Unpaid in Russia, by SMS in Uzbek, with a Kyrgyz SIM: the questions by number, the answer, what to keep, who can help.
channel: sms

> LANG uz
< Savol yoki raqam yozing:
< 1 Hozir yordam
< 2 Ish taklifini tekshirish
< 3 Ishdagi huquqlar
< 4 Odam savdosi haqida
< 5 Savol berish
< 6 Telefonlar
< 7 Til, ma'lumotlarim

> 3
< Ishda nima bo'ldi?
< 1 Ish haqi
< 2 Ish vaqti
< 3 Shartnoma
< 4 Hujjat olingan
< 5 Jarohat, kasallik
< 6 Turar joy
< 7 Shilqimlik
< 8 Kasaba uyushmasi
< 9 Qo'rqitish, qamash

> 1
< Ish haqi bilan nima bo'ldi?
< 1 Berishmaydi yoki kam berishadi
< 2 Jarima yoki ushlab qolish
< 3 Va'dadan kam
< 4 Qarzni ishlab qaytarish
< 5 So'rasam, qo'rqitishadi

> 1
< Qaysi davlatda ishlaysiz?
< 1 Rossiya
< 2 Qozog'iston
< 3 Qirg'iziston
< 4 Tojikiston
< 5 O'zbekiston
< 6 Turkiya
< 7 Koreya
< 8 BAA
< 9 Polsha
< 10 Britaniya
< 11 Boshqa davlat

> 1
< Pulni qachon berishlari kerak edi?
< 1 Bir yil o'tmadi
< 2 Bir yildan ko'p bo'ldi
< 3 Bilmayman

> 1
< Yozma shartnoma bormi?
< 1 Ha
< 2 Yo'q

> 2
< Shartnoma yo'qmi? Rossiyada (2025) ish beruvchi bilib turib ishlasangiz, tuzilgan hisoblanadi; Qozog'iston: ayb unda bo'lsa, birinchi kundan. Yozma so'rang; yozishma, rasm, ismni saqlang. Rad etishsa: mehnat inspeksiyasi (tayanishdan oldin tekshiring) yoki sud. Hujjat joyida bo'lmasa, avval yuristga.
< 1 Nimani saqlash
< 2 Kim yordam beradi
< 3 Shikoyat, sud
< 4 Odamdan so'rash

> 1
< Dalillar (maosh): shartnoma, yozishma, kunlik soatlar, jadval rasmi, va'da qilingan va olingan summa, cheklar, firma va boshliq ismi, manzil, ishdagi rasm, sheriklar, yozma talab. Faqat olgan pulga imzo qo'ying.
< 1 Qanday saqlash
< 2 Kim yordam beradi

> 1
< Rasm yuzlar, manzil, joy va vaqtni bildiradi. Uydagi ishonchli odamga yuboring, keyin o'chiring, "O'chirilganlar"dan ham. Qog'oz do'stingizda tursin, yashagan joyingizda emas. Ishda aytmang. Bu SMSlarni ham o'chiring.
< 1 Kim yordam beradi

> 0
< Dalillar (maosh): shartnoma, yozishma, kunlik soatlar, jadval rasmi, va'da qilingan va olingan summa, cheklar, firma va boshliq ismi, manzil, ishdagi rasm, sheriklar, yozma talab. Faqat olgan pulga imzo qo'ying.
< 1 Qanday saqlash
< 2 Kim yordam beradi

> 0
< Endi nima kerak?
< 1 Nimani saqlash
< 2 Kim yordam beradi
< 3 Shikoyat, sud

> 2
< Rossiya: mehnat inspeksiyasi (Gosuslugi), prokuratura, sud (bojsiz). Tojikiston vakolatxonasi, Moskva +7 495 967-98-44 (javob bermasligi mumkin). Yurist: Grajdanskoye sodeystviye, Moskva, dush., chor., juma 10-17 (2023). Hujjat joyida emasmi? Avval yurist. Tayanishdan oldin tekshiring.
< 1 Boshqa davlat

> 1
< Qaysi davlatda yordam kerak?
< 1 Rossiya
< 2 Qozog'iston
< 3 Qirg'iziston
< 4 Tojikiston
< 5 O'zbekiston
< 6 Turkiya
< 7 Koreya
< 8 BAA
< 9 Polsha
< 10 Britaniya
< 11 Boshqa davlat

> 8
< BAA: ish bo'yicha shikoyat 80084, vazirlik 600590000. Majburlash, qo'rqitish: 800 7283. Uy xizmatchilariga qonun boshqa. Ruxsat yo'qmi? Avval yurist yoki konsul. Tayanishdan oldin tekshiring.
< 1 Boshqa davlat

> 0
< Endi nima kerak?
< 1 Nimani saqlash
< 2 Kim yordam beradi
< 3 Shikoyat, sud

> WHO RU
< Rossiya: har qanday xavfda 112, politsiya 102 (hujjat so'rashi mumkin), tez yordam 103, Tojikiston vakolatxonasi, Moskva +7 495 967-98-44 (9-18 Moskva vaqti; javob bermasligi mumkin), +7 999 912-58-68 (WhatsApp). Bepul, kecha-kunduz: 112, 102, 103. Javob yo'qmi? Keyingisi. Raqamlar o'zgaradi.

> LANG uz
< Savol yoki raqam yozing:
< 1 Hozir yordam
< 2 Ish taklifini tekshirish
< 3 Ishdagi huquqlar
< 4 Odam savdosi haqida
< 5 Savol berish
< 6 Telefonlar
< 7 Til, ma'lumotlarim

> 3
< Ishda nima bo'ldi?
< 1 Ish haqi
< 2 Ish vaqti
< 3 Shartnoma
< 4 Hujjat olingan
< 5 Jarohat, kasallik
< 6 Turar joy
< 7 Shilqimlik
< 8 Kasaba uyushmasi
< 9 Qo'rqitish, qamash

> ish vaqti
< Qanday muammo?
< 1 Ko'p ishlatishadi, dam yo'q
< 2 Xavfli ish, himoya yo'q
< 3 Meni majburlab ishlatishyapti

> 1
< Rossiya (2025): haftasiga 40 soat, ketma-ket 42 soat dam. Ortiqcha ish ikki kunda 4, yilda 120 soatgacha; ilk 2 soat 1,5, keyin 2 barobar. Dam kuni 2 barobar yoki boshqa dam. Soatni yozib boring. Bermasa: 1 yil ichida sud yoki mehnat inspeksiyasi (tayanishdan oldin tekshiring). Qo'rqitishsa, SOS
< 1 Nimani saqlash
< 2 Kim yordam beradi
< 3 Shikoyat, sud
< 4 Odamdan so'rash

> yo'q, menga haqiqatan pul kerak
< Shulardan birini so'ramoqchimisiz?
< 1 Bepul advokat yoki yuridik maslahat qayerda bor?
< 2 Ish topib berish uchun haq so'rashsa, to'laymi?
< 3 Uyga qaytishga kim yordam beradi?
< 4 Savolga qaytish
< 5 Odamdan so'rash
< 6 Menyu
