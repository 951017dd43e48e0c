# A doubtful message: one question; unanswered, an operator sees it anyway.
channel: telegram

> LANG en
< What do you need? You can also just write your question.
< [🆘 I need help now] [🔎 Check a job offer] [⚖️ My rights at work] [🚩 Report exploitation] [💬 Ask a question] [☎️ Phone numbers] [🌐 Language, settings, my data]

> my boss threatens me
< It is not your fault. Threats and beating are warning signs of forced labour (ILO), whatever your papers.
< – Danger to life: Russia 112, Kazakhstan 112, Uzbekistan 112, Kyrgyzstan 102, Tajikistan 112, Turkey 157 (finds you, tells the police). Check before you rely on it.
< – Do not argue if it makes things worse.
< – Hide or send to a friend: messages, photos of injuries, names, dates.
< – Hurt? See a doctor; get a paper.
< – Warn your family; agree on a secret word.
< Police may ask about papers; in Russia, if there is time, first a lawyer or consul. Or write SOS: nobody is called without your consent.
< [🆘 I need help now] [What if they lock me in and won't let me go?] [How do I report human trafficking?] [Where can I sleep safely tonight?] [🙋 Ask a person] [Menu] [👍] [👎]
< Is somebody in danger, held or threatened now? I can call an operator of the hotline at once.
< [🆘 Yes, call an operator] [No, it was a question]

+5m
group| (topic) #1001 🟡 in doubt · EN
group| (card) #1001 · in doubt
group| Status: calling operators
group| Operator: nobody yet
group| Language: English (nobody on duty speaks it) · Country: not known · By Telegram
group| Signs: threats
group| Safe to write: not known · Answer: not known
group| [✋ Take] [✅ Close] [🔴 Urgent]
group| 💬 my boss threatens me
Aigul| 🟡 #1001 күмөндүү
Aigul| Тили: англисче (нөөмөттөгүлөрдүн эч ким билбейт) · Өлкө: белгисиз
Aigul| Белгилер: коркутуу
Aigul| Ушул жерден же топтон алыңыз.
Aigul| [✋ Take · Алуу]
Aigul sms| PANOH! #1001 күмөндүү: англисче, белгисиз. коркутуу. Алуу үчүн #1001 деп жооп бериңиз
