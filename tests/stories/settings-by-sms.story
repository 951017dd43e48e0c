# The same by SMS, in Tajik: what the number suggests has a question mark, and a digit changes it.
channel: sms

> LANG tg
< Савол ё рақам нависед:
< 1 Ҳозир кӯмак
< 2 Санҷидани пешниҳоди кор
< 3 Ҳуқуқ дар кор
< 4 Аз савдои одамон
< 5 Савол додан
< 6 Телефонҳо
< 7 Забон, маълумоти ман

> LAT
< Shud. Aknun bo harfhoi lotini menavisam. Baroi bozgasht ba kirilli: CYR.

> 7
< Tojiki, hurufi lotini. Kishvar: Qirghiziston?. Shahrvandi: gufta nashudaast.
< 1 LANG, til
< 2 Harfho
< 3 Kishvar
< 4 Shahrvandi
< 5 Chi tavr navishtan
< 6 Ki mekhonad
< 7 Shumo ki?
< 8 Pinhon kardani in chat
< 9 Hamaro nest kardan

> 2
< Bo kadom harfho navisam? Lotini dar SMS du barobar arzontar ast.
< 1 Harfhoi lotini
< 2 Harfhoi kirilli

> 2
< Тоҷикӣ, ҳуруфи кириллӣ. Кишвар: Қирғизистон?. Шаҳрвандӣ: гуфта нашудааст.
< 1 LANG, til
< 2 Ҳарфҳо
< 3 Кишвар
< 4 Шаҳрвандӣ
< 5 Чӣ тавр навиштан
< 6 Кӣ мехонад
< 7 Шумо кӣ?
< 8 Пинҳон кардани ин чат
< 9 Ҳамаро нест кардан

> 3
< Дар куҷоед, куҷо меравед?
< 1 Русия
< 2 Қазоқистон
< 3 Қирғизистон
< 4 Тоҷикистон
< 5 Ӯзбекистон
< 6 Туркия
< 7 Корея
< 8 АМА
< 9 Лаҳистон
< 10 Британия
< 11 Дигар

> Россия
< Тоҷикӣ, ҳуруфи кириллӣ. Кишвар: Русия. Шаҳрвандӣ: гуфта нашудааст.
< 1 LANG, til
< 2 Ҳарфҳо
< 3 Кишвар
< 4 Шаҳрвандӣ
< 5 Чӣ тавр навиштан
< 6 Кӣ мехонад
< 7 Шумо кӣ?
< 8 Пинҳон кардани ин чат
< 9 Ҳамаро нест кардан

> 4
< Шумо шаҳрванди кадом кишваред?
< 1 Қирғизистон
< 2 Қазоқистон
< 3 Тоҷикистон
< 4 Ӯзбекистон
< 5 Дигар

> 3
< Тоҷикӣ, ҳуруфи кириллӣ. Кишвар: Русия. Шаҳрвандӣ: Тоҷикистон.
< 1 LANG, til
< 2 Ҳарфҳо
< 3 Кишвар
< 4 Шаҳрвандӣ
< 5 Чӣ тавр навиштан
< 6 Кӣ мехонад
< 7 Шумо кӣ?
< 8 Пинҳон кардани ин чат
< 9 Ҳамаро нест кардан

> 5
< Ба шумо чӣ тавр навиштан мумкин? Ҳоло: Бо SMS ба ҳамин телефон; Ҳар вақт; Калимаҳои муқаррарӣ.
< 1 Бо SMS ба ҳамин телефон
< 2 Танҳо вақте ки аввал худам нависам
< 3 Оператор ба ман занг зада метавонад
< 4 Тағйири соатҳо
< 5 Тағйири калимаҳо
< 6 Ҳамааш дуруст

> танзимот
< Тоҷикӣ, ҳуруфи кириллӣ. Кишвар: Русия. Шаҳрвандӣ: Тоҷикистон.
< 1 LANG, til
< 2 Ҳарфҳо
< 3 Кишвар
< 4 Шаҳрвандӣ
< 5 Чӣ тавр навиштан
< 6 Кӣ мехонад
< 7 Шумо кӣ?
< 8 Пинҳон кардани ин чат
< 9 Ҳамаро нест кардан

> LAT
< Shud. Aknun bo harfhoi lotini menavisam. Baroi bozgasht ba kirilli: CYR.

> 0
< Savol yo raqam navised:
< 1 Hozir kümak
< 2 Sanjidani peshnihodi kor
< 3 Huquq dar kor
< 4 Az savdoi odamon
< 5 Savol dodan
< 6 Telefonho
< 7 Zabon, ma'lumoti man

> DELETE
< Hamai ma'lumoti shumoro in jo nest kunam? Murojiat püshida meshavad va digar kase ba shumo javob doda nametavonad. SMS-hoi telefonro khudaton nest kuned.
< 1 Ha, nest kuned
< 2 Ne, bigzor monad

> 2
< Savol yo raqam navised:
< 1 Hozir kümak
< 2 Sanjidani peshnihodi kor
< 3 Huquq dar kor
< 4 Az savdoi odamon
< 5 Savol dodan
< 6 Telefonho
< 7 Zabon, ma'lumoti man
