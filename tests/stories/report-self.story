# Reporting for oneself on Telegram, with a photo and a place, a name that only Reveal shows, and thrown-away words.
channel: telegram

> LANG uz
< Qanday yordam kerak? Savolingizni shundoq yozsangiz ham bo'ladi.
< [🆘 Hozir yordam kerak] [🔎 Ish taklifini tekshirish] [⚖️ Ishdagi huquqlarim] [🚩 Odam savdosi haqida xabar berish] [💬 Savol berish] [☎️ Telefon raqamlari] [🌐 Til, sozlamalar, ma'lumotlarim]

> [Odam savdosi]
< Bu yerda kimnidir ishlatib, ushlab turishgani yoki sotishgani haqida xabar berishingiz mumkin: o'zingiz yoki boshqa odam haqida. 15 ga yaqin qisqa savol bor. Istalganini o'tkazib yuborsangiz bo'ladi, ism aytish shart emas.
<
< Javoblar shu yerda yopiq holda saqlanadi. Ularni faqat ishonch telefoni operatorlari, faqat siz oxirida yuborganingizdan keyin o'qiydi. Hozirgi xavfga o'xshagan gaplar ularga darhol boradi. Telegram sir emas: telefoningizni ushlab turgan odam ham, Telegramning o'zi ham o'qiy oladi.
<
< Istalgan savolga foto, hujjat, ovozli xabar yoki joy yuborsa bo'ladi. Fotoda yuzlar va joy ko'rinadi, yashirin ma'lumot esa u qachon va qayerda olinganini aytadi. Telefoningiz kuzatuvda bo'lsa, yubormang.
< [🟢 Boshlash] [🔢 Menda raqam bor] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> [Boshlash]
< Yarmida to'xtashga majbur bo'lsangiz, operator aytganlaringizni ko'rsa maylimi? Aks holda bir kundan keyin unutiladi.
< [Ha] [Yo'q, unutilsin] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> [Ha]
< Hozir kimdir xavf ostidami?
< [🆘 Ha, operatorni chaqirish] [Yo'q] [Bilmayman, o'tkazib yuborish] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> [Yo'q]
< Gap kim haqida?
< [Men haqimda] [Tanishim haqida] [Men ko'rgan notanish odamlar haqida] [Agentlik yoki e'lon haqida] [Bilmayman, o'tkazib yuborish] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> [Men haqimda]
< Nima bo'lyapti? To'g'ri kelganlarning hammasini tanlang yoki o'z so'zingiz bilan yozing.
< [Hujjatlari olib qo'yilgan] [Qamab qo'yilgan, ketkizmaydi] [Kaltaklashadi, jarohat bor] [Tahdid qilishadi] [Telefonsiz, kuzatuv ostida] [Sotishgan yoki boshqaga berishgan] [Davom etish ➡️] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> [Hujjatlari olib qo'yilgan]
< Nima bo'lyapti? To'g'ri kelganlarning hammasini tanlang yoki o'z so'zingiz bilan yozing.
< [Qamab qo'yilgan, ketkizmaydi] [Kaltaklashadi, jarohat bor] [Tahdid qilishadi] [Telefonsiz, kuzatuv ostida] [Sotishgan yoki boshqaga berishgan] [Davom etish ➡️] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> [Davom]
< Ishda nima bo'lyapti? To'g'ri kelganlarning hammasini tanlang yoki o'z so'zingiz bilan yozing.
< [To'lashmaydi yoki kam to'lashadi] [Qarz evaziga ishlatishadi] [Va'da qilingan ish emas] [Juda uzoq ish, yomon yotoqxona] [Jinsiy aloqaga majburlashadi] [Tilanish, aldash, o'g'irlashga majburlashadi] [Davom etish ➡️] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> [To'lashmaydi]
< Ishda nima bo'lyapti? To'g'ri kelganlarning hammasini tanlang yoki o'z so'zingiz bilan yozing.
< [Qarz evaziga ishlatishadi] [Va'da qilingan ish emas] [Juda uzoq ish, yomon yotoqxona] [Jinsiy aloqaga majburlashadi] [Tilanish, aldash, o'g'irlashga majburlashadi] [Davom etish ➡️] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> [Davom]
< Qaysi davlatda?
< [Rossiya] [Qozog'iston] [Qirg'iziston] [Tojikiston] [O'zbekiston] [Turkiya] [Janubiy Koreya] [Amirliklar (BAA)] [Polsha] [Buyuk Britaniya] [Bilmayman, o'tkazib yuborish] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> [Turkiya]
< Bu qayerda? Shahar, tuman, atrofda nima ko'rinishini yozing. Aniq manzil kerak emas.
< [Bilmayman, o'tkazib yuborish] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> Istanbul, tikuv sexi
< Bu nechta odamga tegishli?
< [Bir kishi] [Bir necha kishi (2–5)] [Guruh (6–20)] [20 dan ko'p] [Bilmayman, o'tkazib yuborish] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> (photo)
< Saqlandi.
<
< Iltimos, yuqoridagi savoldan davom eting.
< [Bir kishi] [Bir necha kishi (2–5)] [Guruh (6–20)] [20 dan ko'p] [Bilmayman, o'tkazib yuborish] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> (location)

> [20 dan]
< Orasida bolalar bormi (18 yoshgacha)?
< [Ha] [Yo'q] [Bilmayman, o'tkazib yuborish] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> [Yo'q]
< Qachondan beri?
< [Bir necha kundan beri] [Bir necha hafta yoki oydan beri] [Bir yil yoki undan ko'p] [Tugagan] [Bilmayman, o'tkazib yuborish] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> [Bir necha hafta]
< Buni kim qilyapti? Bilganingizni yozing: ismlar, laqablar, firma, mashinalar, raqamlar.
< [Bilmayman, o'tkazib yuborish] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> Usta Mehmet
< Yana nimani bilishimiz kerak? Yozing yoki foto, hujjat, ovozli xabar, joy yuboring. Ular siz yuborgan holda saqlanadi.
<
< Foto yuborishdan oldin: unda yuzlar va joy ko'rinadi, yashirin ma'lumot esa u qachon va qayerda olinganini aytadi. Foto uchun o'zingizni xavfga qo'ymang.
< [Davom etish ➡️] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> [Davom]
< Bizga aytganingizni yana kim bilsa bo'ladi?
< [Hech kim] [Gap borayotgan odamlar] [Bilmayman, o'tkazib yuborish] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> [Hech kim]
< Buni yordam bera oladigan boshqa tashkilotga bersak maylimi? Siz «ha» demasangiz, hech kim, politsiya ham olmaydi.
< [Yo'q] [Avval mendan so'rang] [Ha] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> [Avval mendan]
< Ism bilanmi yoki ismsiz? Ism qoldirmoqchi bo'lsangiz, shu yerga yozing: operator uni faqat sabab bilan ochadi va bu yozib qo'yiladi.
< [Ismsiz] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> Dilnoza
< Operator sizga yozsa maylimi?
< [Shu yerda, istalgan vaqtda] [Faqat o'zim yozganimdan keyin] [Menga qo'ng'iroq qiling] [Yo'q, yozmasin] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> [Shu yerda]
< Iltimos, tekshiring. Siz aytganlar:
<
< Hozir xavf: Yo'q
< Kim haqida: Men haqimda
< Nima bo'lyapti: Hujjatlari olib qo'yilgan
< Ish sharoiti: To'lashmaydi yoki kam to'lashadi
< Davlat: Turkiya
< Joy: «Istanbul, tikuv sexi»
< Odamlar: 20 dan ko'p
< Bolalar: Yo'q
< Qachondan: Bir necha hafta yoki oydan beri
< Kim qilyapti: «Usta Mehmet»
< Bilishi mumkin: Hech kim
< Boshqalarga berish: Avval mendan so'rang
< Ism: «Dilnoza»
< Javob: Shu yerda, istalgan vaqtda
< Fayllar: 2
<
< Yuborilsinmi?
< [📨 Yuborish] [✏️ Tuzatish] [🗑 Tashlab yuborish] [⬅️ Orqaga] [🙋 Odamdan so'rash] [Menyu]

> [Yuborish]
< Rahmat. Operatorlar oldi: #1001. Siz «ha» demasangiz, boshqa hech kim olmaydi.
<
< Keyingi xabarda raqam bo'ladi. U bilan istalgan telefondan qo'shimcha qilish, so'rash yoki hammasini qaytarib olish mumkin. Raqamni hech kim topmaydigan joyga yozib qo'ying, so'ng bu chatni o'chiring. Hayot xavf ostida bo'lsa: politsiya 102, tez yordam 103 (Rossiya, Qozog'iston, Qirg'iziston, Tojikiston va O'zbekistonda).
< [Menyu]
< Raqam: 6456 7891 0110
group| (topic) #1001 ⚪ routine · UZ · TR
group| (card) #1001 · routine
group| Status: calling operators
group| Operator: nobody yet
group| Language: Uzbek · Country: Turkey · By Telegram
group| Signs: report, papers taken, no pay
group| Safe to write: yes · Answer: here, at any time
group| [✋ Take] [✅ Close] [🔴 Urgent]
group| 📋 Report
group| Danger now: No
group| About: Me
group| What happens: Papers taken away
group| Conditions: Little or no pay
group| Country: Turkey
group| Place: «Istanbul, tikuv sexi»
group| People: More than 20
group| Children: No
group| Since: For weeks or months
group| Who does it: «Usta Mehmet»
group| May know: Nobody
group| Passing on: Ask me first
group| Answer: Here, at any time
group| Files: 2
group| 👤 The person left a name. Reveal shows it to you alone.
group| (photo)
group| 📍 The person sent a location. Reveal shows it to you alone.
Bek| ⚪ #1001 обычное
Bek| Язык: узбекский · Страна: Турция
Bek| Признаки: сообщение, забрали документы, не платят
Bek| Возьмите здесь или в группе.
Bek| [✋ Take · Взять]

Aigul> /take
< Ishonch telefoni operatori shu yerda, yozganlaringizni o'qiyapti. #1001
group| (card) #1001 · routine
group| Status: taken
group| Operator: Aigul
group| Language: Uzbek · Country: Turkey · By Telegram
group| Signs: report, papers taken, no pay
group| Safe to write: yes · Answer: here, at any time
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute] [🔴 Urgent]
group| Aigul has taken #1001. What you write in this topic now goes to the person; notes start with //.
Aigul| Сиз #1001 кайрылуусун алдыңыз. Топтогу темасында жооп бериңиз.
Bek| #1001 взято. Оператор: Aigul.

Aigul> /reveal boshpana ismini so'rayapti
group| 👁 Aigul opened the identity in #1001. Reason: boshpana ismini so'rayapti
Aigul| #1001
Aigul| Аты: Dilfuza
Aigul| Дареги: 812300500
Aigul| Жөнөткөн жерлери жана контакттары:
Aigul| Dilnoza
Aigul| 55.751244, 37.618423

Aigul> Salom, sizni eshityapman
< Operator: Salom, sizni eshityapman
group| (card) #1001 · routine
group| Status: waiting for the person
group| Operator: Aigul
group| Language: Uzbek · Country: Turkey · By Telegram
group| Signs: report, papers taken, no pay
group| Safe to write: yes · Answer: here, at any time
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute] [🔴 Urgent]
