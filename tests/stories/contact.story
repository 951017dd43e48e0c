# A contact and an edited cry.
channel: telegram

> SOS
< I hear you. Your case number is #1001. I am calling an operator of the hotline now.
<
< If there is danger to life right now: police 102, ambulance 103 in Russia, Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan.
<
< We call nobody else without your consent. Anyone who holds your phone can read this chat. Is it safe for you to write now?
< [Yes, I can write] [No, it is dangerous]
group| (topic) #1001 🔴 URGENT · EN
group| (card) #1001 · URGENT
group| Status: calling operators
group| Operator: nobody yet
group| Language: English (nobody on duty speaks it) · Country: not known · By Telegram
group| Signs: cry for help
group| Safe to write: not known · Answer: not known
group| [✋ Take] [✅ Close]
group| 💬 SOS
Aigul| 🔴 #1001 ШАШЫЛЫШ
Aigul| Тили: англисче (нөөмөттөгүлөрдүн эч ким билбейт) · Өлкө: белгисиз
Aigul| Белгилер: жардам сурап жатат
Aigul| Ушул жерден же топтон алыңыз.
Aigul| [✋ Take · Алуу]
Aigul sms| PANOH! #1001 ШАШЫЛЫШ: англисче, белгисиз. жардам сурап жатат. Алуу үчүн #1001 деп жооп бериңиз

> [Yes, I can write]
< What is happening? Choose what fits. You can also write it in your own words.
< [Somebody is hurt or ill] [We are locked in or watched] [There is a child here] [Go on ➡️]
group| (card) #1001 · URGENT
group| Status: calling operators
group| Operator: nobody yet
group| Language: English (nobody on duty speaks it) · Country: not known · By Telegram
group| Signs: cry for help
group| Safe to write: yes · Answer: not known
group| [✋ Take] [✅ Close]
group| ➕ Yes, I can write

> (contact)
< Added to #1001. Operators are being called.
group| 👤 The person sent a contact. Reveal shows it to you alone.

> menu
< What do you need? You can also just write your question.
< [🆘 I need help now] [🔎 Check a job offer] [⚖️ My rights at work] [🚩 Report exploitation] [💬 Ask a question] [☎️ Phone numbers] [🌐 Language, settings, my data]
group| 💬 menu

> LANG kk
< Сізге қандай көмек керек? Сұрағыңызды жай жаза салсаңыз да болады.
< [🆘 Маған қазір көмек керек] [🔎 Жұмыс ұсынысын тексеру] [⚖️ Жұмыстағы құқықтарым] [🚩 Адам саудасы туралы хабарлау] [💬 Сұрақ қою] [☎️ Телефон нөмірлері] [🌐 Тіл, баптаулар, деректерім]

> меню
< Сізге қандай көмек керек? Сұрағыңызды жай жаза салсаңыз да болады.
< [🆘 Маған қазір көмек керек] [🔎 Жұмыс ұсынысын тексеру] [⚖️ Жұмыстағы құқықтарым] [🚩 Адам саудасы туралы хабарлау] [💬 Сұрақ қою] [☎️ Телефон нөмірлері] [🌐 Тіл, баптаулар, деректерім]
group| 💬 меню
