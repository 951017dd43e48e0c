# The person cannot be reached any more: the operator knows.
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

Aigul> /take
< An operator of the hotline is here and reads what you write. #1001
group| (card) #1001 · URGENT
group| Status: taken
group| Operator: Aigul
group| Language: English (nobody on duty speaks it) · Country: not known · By Telegram
group| Signs: cry for help
group| Safe to write: not known · Answer: not known
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute]
group| Aigul has taken #1001. What you write in this topic now goes to the person; notes start with //.
Aigul| Сиз #1001 кайрылуусун алдыңыз. Топтогу темасында жооп бериңиз.

> (blocks the bot)
group| ⚠️ #1001: the person can no longer be reached (the person blocked the bot). Nothing that you write arrives.

Aigul> are you there?
group| (card) #1001 · URGENT
group| Status: waiting for the person
group| Operator: Aigul
group| Language: English (nobody on duty speaks it) · Country: not known · By Telegram
group| Signs: cry for help
group| Safe to write: not known · Answer: not known
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute]
group| ⚠️ Your message did not reach the person (the person blocked the bot).
