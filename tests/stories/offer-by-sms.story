# A job offer by SMS, in Uzbek: the questions by number, an advertisement, an agency, a cry in the middle.
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

> JOB
< Taklif haqida 13 ta qisqa savol. "Bilmayman" ham javob; ism shart emas.
< 1 Savollarni boshlash
< 2 E'lon matnini yuborish
< 3 Agentlikni tekshirish
< 4 Qanday xavf belgilari bor?

> 1
< Ishni kim taklif qilyapti?
< 1 Ish beruvchining o'zi
< 2 Agentlik
< 3 Qarindosh yoki tanish
< 4 Faqat internetdan tanigan odam
< 5 Bilmayman

> 4
< Yozma shartnoma bormi?
< 1 Ha, men o'qiy oladigan tilda
< 2 Bor, lekin o'qiy olmayman
< 3 Yo'q yoki keyin deyishyapti
< 4 Bilmayman

> 3
< Qancha maosh va'da qilishyapti?
< 1 Bunday ish uchun odatdagi
< 2 Odatdagidan ancha ko'p
< 3 Aniq summani aytishmayapti
< 4 Faqat oxirida to'lashadi
< 5 Bilmayman

> 2
< Yo'l va viza pulini kim to'laydi?
< 1 O'zim
< 2 Ish beruvchi, qarz bo'lmayman
< 3 Ular, keyin ishlab qaytaraman
< 4 Bilmayman

> 3
< Ish boshlashdan oldin kimgadir pul to'lash kerakmi?
< 1 Ha
< 2 Yo'q
< 3 Bilmayman

> ha
< Pasportingizni so'rashdimi?
< 1 Ha, o'zlarida saqlamoqchi
< 2 Rasmini, shartnomadan oldin
< 3 Yo'q
< 4 Bilmayman

> 1
< Qanday viza yoki ruxsatnoma bilan borasiz?
< 1 Ishchi viza yoki ishlash ruxsatnomasi
< 2 Turist yoki mehmon vizasi
< 3 Viza kerak emas
< 4 Bilmayman

> turist
< Darrov qaror qilishga shoshiltirishyaptimi?
< 1 Ha
< 2 Yo'q
< 3 Bilmayman

> 0
< Qanday viza yoki ruxsatnoma bilan borasiz?
< 1 Ishchi viza yoki ishlash ruxsatnomasi
< 2 Turist yoki mehmon vizasi
< 3 Viza kerak emas
< 4 Bilmayman

> 2
< Darrov qaror qilishga shoshiltirishyaptimi?
< 1 Ha
< 2 Yo'q
< 3 Bilmayman

> 1
< Firma nomini va ish joyining aniq manzilini bilasizmi?
< 1 Ha
< 2 Yo'q
< 3 Bilmayman

> bilmayman
< Oilangiz qayerga va kimga ketayotganingizni biladimi?
< 1 Ha
< 2 Hali yo'q
< 3 Hech kimga aytmaslikni so'rashdi
< 4 Bilmayman

> 3
< Agentlik bo'lsa: litsenziyasini ko'rdingizmi?
< 1 Ko'rdim va tekshirdim
< 2 Yo'q yoki faqat aytishyapti
< 3 Agentlik yo'q
< 4 Bilmayman

> 2
< Bu qanday ish?
< 1 Qurilish, zavod, ferma, do'kon
< 2 Xususiy uyda
< 3 Bar, klub, raqs, massaj
< 4 Koll-markaz, chat, kripto
< 5 Posilka yoki pul tashish
< 6 Armiya yoki frontga yaqin qo'riqlash
< 7 Boshqa ish
< 8 Bilmayman

> 3
< Qaysi davlatda?
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
< 12 Bilmayman

> 8
< Jiddiy xavf belgilari:
< - Oldin pul so'rash: pul bilan yo'qolib qolishi mumkin.
< - Pasportni olib qo'yish: keyin ketolmaysiz.
< - Ish uchun turist vizasi: himoyasiz qolasiz.
< Qaror sizniki. Lekin pul, pasport bermang, avval operatordan so'rang.
< 1 Operator bilan gaplashish
< 2 Nimani so'rash kerak
< 3 Qayerda tekshirish
< 4 Yana belgilar
< 5 Savollarga javob berish

> 4
< Yana belgilar:
< - Ishlab qaytariladigan qarz: o'sib, sizni bog'lab qo'yadi.
< - Hech kimga aytmang deyish: keyin sizni hech kim topolmaydi.
< - Klub, hostes, massaj: ko'pincha majburlash bo'lib chiqadi.
< 1 Operator bilan gaplashish
< 2 Nimani so'rash kerak
< 3 Qayerda tekshirish
< 4 Yana belgilar

> JOB
< Taklif haqida 13 ta qisqa savol. "Bilmayman" ham javob; ism shart emas.
< 1 Savollarni boshlash
< 2 E'lon matnini yuborish
< 3 Agentlikni tekshirish
< 4 Qanday xavf belgilari bor?

> 2
< E'lon yoki ular yozgan xabarlar matnini bitta xabar qilib yuboring. Men undan xavf belgilarini qidiraman.
< 1 Savollarga javob berish

> Tezda! Dubayga qizlar kerak, klubda hostes, 5000$, pasport rasmini tashlang, ertaga uchish
< Jiddiy xavf belgilari:
< - Klub, hostes, massaj: ko'pincha majburlash bo'lib chiqadi. "hostes"
< - Shartnomadan oldin pasport rasmi: undan yomon foydalanish mumkin. "pasport rasmini tashlang"
< - Ish beruvchi aytilmagan: maoshga hech kim javob bermaydi. "Dubayga"
< Qaror sizniki. Lekin pul, pasport bermang, avval operatordan so'rang.
< 1 Operator bilan gaplashish
< 2 Nimani so'rash kerak
< 3 Qayerda tekshirish
< 4 Yana belgilar
< 5 Savollarga javob berish

> JOB
< Taklif haqida 13 ta qisqa savol. "Bilmayman" ham javob; ism shart emas.
< 1 Savollarni boshlash
< 2 E'lon matnini yuborish
< 3 Agentlikni tekshirish
< 4 Qanday xavf belgilari bor?

> 3
< Agentlik nomini yoki litsenziyasi raqamini yozing.
< 1 Savollarga javob berish

> Ipak yo'li
< Bizdagi reyestrlarda "Ipak yo'li" topilmadi. Bu noqonuniy degani emas: ro'yxatlarimiz to'liq emas. Litsenziyani yozma so'rang va uni bergan idorada tekshiring.
< 1 Savollarga javob berish

> JOB
< Taklif haqida 13 ta qisqa savol. "Bilmayman" ham javob; ism shart emas.
< 1 Savollarni boshlash
< 2 E'lon matnini yuborish
< 3 Agentlikni tekshirish
< 4 Qanday xavf belgilari bor?

> 1
< Ishni kim taklif qilyapti?
< 1 Ish beruvchining o'zi
< 2 Agentlik
< 3 Qarindosh yoki tanish
< 4 Faqat internetdan tanigan odam
< 5 Bilmayman

> bizni qamab qo'yishdi, urishyapti
< #1001: operatorni chaqiryapman. Hayotga xavf bo'lsa: odam savdosiga qarshi ishonch telefoni 800 7283. Bu telefonni boshqalar o'qishi mumkin. Yozishingiz xavfsizmi?
< 1 Ha, yoza olaman
< 2 Yo'q, xavfli
group| (topic) #1001 🔴 URGENT · UZ · AE
group| (card) #1001 · URGENT
group| Status: calling operators
group| Operator: nobody yet
group| Language: Uzbek · Country: Emirates (UAE) · By SMS
group| Signs: cannot leave, violence
group| Safe to write: not known · Answer: not known
group| [✋ Take] [✅ Close]
group| 💬 bizni qamab qo'yishdi, urishyapti
Bek| 🔴 #1001 СРОЧНО
Bek| Язык: узбекский · Страна: Эмираты (ОАЭ)
Bek| Признаки: не может уйти, насилие
Bek| Возьмите здесь или в группе.
Bek| [✋ Take · Взять]
Bek sms| PANOH! #1001 СРОЧНО: узбекский, Эмираты (ОАЭ). не может уйти, насилие. Взять: ответьте #1001
