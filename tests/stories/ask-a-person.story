# Asking for a person without danger: no SMS in the night, no ladder to everybody.
channel: telegram

> LANG ru
< Чем помочь? Можно просто написать вопрос.
< [🆘 Нужна помощь сейчас] [🔎 Проверить предложение работы] [⚖️ Мои права на работе] [🚩 Сообщить о торговле людьми] [💬 Задать вопрос] [☎️ Номера телефонов] [🌐 Язык, настройки, мои данные]

> оператор
< Ваша просьба передана операторам, номер обращения #1001. Напишите здесь, что вы хотите у них спросить.
<
< Когда ответят, сказать не могу. Если кто-то в опасности, напишите SOS.
< [Меню]
group| (topic) #1001 ⚪ routine · RU
group| (card) #1001 · routine
group| Status: calling operators
group| Operator: nobody yet
group| Language: Russian · Country: not known · By Telegram
group| Signs: none named
group| Safe to write: not known · Answer: not known
group| [✋ Take] [✅ Close] [🔴 Urgent]
Aigul| ⚪ #1001 кадимки
Aigul| Тили: орусча · Өлкө: белгисиз
Aigul| Белгилер: айтылган жок
Aigul| Ушул жерден же топтон алыңыз.
Aigul| [✋ Take · Алуу]

> хочу узнать про патент для жены
< Россия (на 2024 год). Проверьте, прежде чем полагаться. Для работы патент нужен гражданам Узбекистана и Таджикистана; Кыргызстана и Казахстана – нет.
< – Подайте документы в течение 30 дней после въезда. Цель в миграционной карте – «работа».
< – Нужны: паспорт с переводом, регистрация, медполис, медосмотр, отпечатки, сертификат (русский, история, право; с 2026 экзамен на компьютере).
< – Налог платят заранее: опоздали на день – патент не действует.
< – В течение 2 месяцев отправьте в МВД копию договора и уведомление о работе.
< Один регион. Прошло больше 30 дней? До МВД спросите юриста или консула.
< [🌍 Для моей страны] [Как платить за патент каждый месяц?] [Как продлить патент или сменить в нём регион?] [Как оформить регистрацию по месту пребывания?] [🙋 Спросить человека] [Меню] [👍] [👎]
group| 💬 хочу узнать про патент для жены

+30m
group| 🔴 #1001: nobody has answered for 30 min. Paging: Bek.
Bek| ⚪ #1001 обычное
Bek| Язык: русский · Страна: неизвестно
Bek| Признаки: не названы
Bek| Возьмите здесь или в группе.
Bek| [✋ Take · Взять]

+30m
group| 🔴 #1001: nobody has answered for 60 min. Paging: Nargiza.
Nargiza| ⚪ #1001 routine
Nargiza| Language: Russian · Country: not known
Nargiza| Signs: none named
Nargiza| Take it here or in the group.
Nargiza| [✋ Take]

Bek> Здравствуйте, слушаю вас
< Оператор горячей линии на связи и читает, что вы пишете. #1001
< Оператор: Здравствуйте, слушаю вас
group| (card) #1001 · routine
group| Status: waiting for the person
group| Operator: Bek
group| Language: Russian · Country: not known · By Telegram
group| Signs: none named
group| Safe to write: not known · Answer: not known
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute] [🔴 Urgent]
group| Bek has taken #1001. What you write in this topic now goes to the person; notes start with //.
Aigul| #1001 кайрылуусун Bek алды.
Bek| #1001 теперь у вас. Отвечайте в теме обращения в группе.
Nargiza| #1001 was taken by Bek.
