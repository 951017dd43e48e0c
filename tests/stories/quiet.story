# It is dangerous to write: nothing goes out on its own.
channel: telegram

> LANG ru
< Чем помочь? Можно просто написать вопрос.
< [🆘 Нужна помощь сейчас] [🔎 Проверить предложение работы] [⚖️ Мои права на работе] [🚩 Сообщить о торговле людьми] [💬 Задать вопрос] [☎️ Номера телефонов] [🌐 Язык, настройки, мои данные]

> помогите, меня бьют
< Я вас слышу. Номер вашего обращения: #1001. Уже зову оператора горячей линии.
<
< Если прямо сейчас есть угроза жизни, звоните: полиция 102, скорая 103 в России, Казахстане, Кыргызстане, Таджикистане и Узбекистане.
<
< Без вашего согласия мы больше никого не вызываем. Этот чат может прочитать любой, у кого в руках ваш телефон. Вам сейчас безопасно писать?
< [Да, могу писать] [Нет, это опасно]
group| (topic) #1001 🔴 URGENT · RU
group| (card) #1001 · URGENT
group| Status: calling operators
group| Operator: nobody yet
group| Language: Russian · Country: not known · By Telegram
group| Signs: violence, cry for help
group| Safe to write: not known · Answer: not known
group| [✋ Take] [✅ Close]
group| 💬 помогите, меня бьют
Aigul| 🔴 #1001 ШАШЫЛЫШ
Aigul| Тили: орусча · Өлкө: белгисиз
Aigul| Белгилер: зордук-зомбулук, жардам сурап жатат
Aigul| Ушул жерден же топтон алыңыз.
Aigul| [✋ Take · Алуу]
Aigul sms| PANOH! #1001 ШАШЫЛЫШ: орусча, белгисиз. зордук-зомбулук, жардам сурап жатат. Алуу үчүн #1001 деп жооп бериңиз

> [Нет, это опасно]
< Тогда я не буду писать, пока вы не напишете. Ваш вызов помощи остаётся открытым: #1001. Когда станет безопасно, напишите сюда одно слово.
<
< Если можете, сейчас удалите этот чат с телефона. При угрозе жизни звоните: полиция 102, скорая 103 в России, Казахстане, Кыргызстане, Таджикистане и Узбекистане.
< [Снова могу писать]
group| (card) #1001 · URGENT
group| Status: calling operators
group| Operator: nobody yet
group| Language: Russian · Country: not known · By Telegram
group| Signs: violence, cry for help
group| Safe to write: NO – do not write first · Answer: not known
group| [✋ Take] [✅ Close]
group| ➕ No, it is dangerous

+3m
group| 🔴 #1001: nobody has answered for 3 min. Paging: Bek.
Bek| 🔴 #1001 СРОЧНО
Bek| Язык: русский · Страна: неизвестно
Bek| Признаки: насилие, крик о помощи
Bek| Возьмите здесь или в группе.
Bek| [✋ Take · Взять]
Bek sms| PANOH! #1001 СРОЧНО: русский, неизвестно. насилие, крик о помощи. Взять: ответьте #1001

+3m
group| 🔴 #1001: nobody has answered for 6 min. Paging: Nargiza.
Nargiza| 🔴 #1001 URGENT
Nargiza| Language: Russian · Country: not known
Nargiza| Signs: violence, cry for help
Nargiza| Take it here or in the group.
Nargiza| [✋ Take]
Nargiza sms| PANOH! #1001 URGENT: Russian, not known. violence, cry for help. To take it, reply #1001

Aigul> [Take]
group| (card) #1001 · URGENT
group| Status: taken
group| Operator: Aigul
group| Language: Russian · Country: not known · By Telegram
group| Signs: violence, cry for help
group| Safe to write: NO – do not write first · Answer: not known
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute]
group| Aigul has taken #1001. What you write in this topic now goes to the person; notes start with //.
Aigul| Сиз #1001 кайрылуусун алдыңыз. Топтогу темасында жооп бериңиз.
Bek| #1001 взято. Оператор: Aigul.
Nargiza| #1001 was taken by Aigul.

> теперь могу писать
< Оператор горячей линии на связи и читает, что вы пишете. #1001
group| 💬 теперь могу писать
