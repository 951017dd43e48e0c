# The words that work everywhere, by SMS.
channel: sms

> HELP
< Суроо жазыңыз же: SOS=дароо адам чакыруу, WHO=номерлер (WHO KZ), JOB=сунушту текшерүү, LANG=тил, LAT/CYR=тамгалар, HIDE=чатты жашыруу, DELETE=маалыматымды өчүрүү, 0=артка

> WHO KZ
< Казакстан: ар кандай коркунучта 112, милиция 102, тез жардам 103, аялдар, балдар 111. Милиция документ сурашы мүмкүн.

> LANG uz
< Savol yoki raqam yozing:
< 1 Hozir yordam kerak
< 2 Savol berish
< 3 Ish taklifini tekshirish
< 4 Telefon raqamlari
< 5 Language, til, yazyk, zabon
< 6 Biz haqimizda, ma'lumotlarim

> JOB
< Taklif haqida 13 ta qisqa savol. "Bilmayman" ham javob; ism shart emas.
< 1 Savollarni boshlash
< 2 E'lon matnini yuborish
< 3 Agentlikni tekshirish
< 4 Qanday xavf belgilari bor?

> CYR
< Бўлди. Энди кирилл ҳарфларида ёзаман. Лотинга қайтиш учун: LAT.

> WHO
< Қозоғистон: ҳар қандай хавфда 112, полиция 102, тез ёрдам 103, аёллар ва болалар 111. Полиция ҳужжат сўраши мумкин.
< 1 Телефон рақамлари

> 0
< Савол ёки рақам ёзинг:
< 1 Ҳозир ёрдам керак
< 2 Савол бериш
< 3 Иш таклифини текшириш
< 4 Телефон рақамлари
< 5 Language, til, yazyk, zabon
< 6 Биз ҳақимизда, маълумотларим

> DELETE
< Бу ерда сиз ҳақингизда сақланган ҳаммасини ўчирайми? Мурожаат ёпилади, сизга ҳеч ким жавоб бера олмайди. Телефондаги SMS хабарларни ўзингиз ўчиринг.
< 1 Ҳа, ўчиринг
< 2 Йўқ, қолсин

> 1
< Ўчирилди. Телефондаги SMS хабарларни ҳам ўчиринг.
