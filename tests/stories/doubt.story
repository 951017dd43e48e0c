# A doubtful message: one question; unanswered, an operator sees it anyway.
channel: telegram

> LANG en
< What do you need? You can also just write your question.
< [🆘 I need help now] [💬 Ask a question] [🔎 Check a job offer] [☎️ Phone numbers] [🌐 Language · Til · Тил · Забон] [ℹ️ About us, my data]

> my boss threatens me
< Did you mean one of these?
< [Who can see what I write here?] [My passport was taken from me] [They won't let me leave] [🙋 Ask a person] [Menu]
< Is somebody in danger, held or threatened now? I can call an operator of the hotline at once.
< [🆘 Yes, call an operator] [No, it was a question]

+5m
group| (topic) #1001 🟡 in doubt · EN
group| (card) #1001 · in doubt
group| Status: calling operators
group| Operator: nobody yet
group| Language: English · Country: not known · By Telegram
group| Signs: threats
group| Safe to write: not known · Answer: not known
group| [✋ Take] [✅ Close]
group| 💬 my boss threatens me
Aigul| 🟡 #1001 күмөндүү
Aigul| Тили: англисче · Өлкө: белгисиз
Aigul| Белгилер: коркутуу
Aigul| Ушул жерден же топтон алыңыз.
Aigul| [✋ Take · Алуу]
Aigul sms| PANOH! #1001 күмөндүү: англисче, белгисиз. коркутуу. Алуу үчүн #1001 деп жооп бериңиз
