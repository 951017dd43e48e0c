# By SMS nobody is asked out of the blue: a question costs, and may betray. Whoever writes again is asked where to.
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

+20m

+3h

> salom
< Shu yerda to'xtagan edik: "Ishni kim taklif qilyapti?"
< 1 Davom etish
< 2 Boshidan boshlash
< 3 Menyu

> 2
< Taklif haqida 13 ta qisqa savol. "Bilmayman" ham javob; ism shart emas.
< 1 Savollarni boshlash
< 2 E'lon matnini yuborish
< 3 Agentlikni tekshirish
< 4 Qanday xavf belgilari bor?
