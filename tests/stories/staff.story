# What staff write that must not reach the person, and handing over.
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

Aigul> //note for colleagues
group| 📝 Note kept; it was not sent to the person.

Aigul> /refer shelter
group| I do not know /refer; nothing was sent to the person. Known: /take /close REASON /reopen /handover @name /urgent /note TEXT /reveal REASON /faq WORDS /answer ID /r WORD /say ID /mute /unmute /send TEXT /now REASON /confirm /latin /oncall

Aigul> /handover @Bek
< Another operator is taking over. #1001
group| (card) #1001 · URGENT
group| Status: handed over
group| Operator: Bek
group| Language: English (nobody on duty speaks it) · Country: not known · By Telegram
group| Signs: cry for help
group| Safe to write: not known · Answer: not known
group| [✋ Take] [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute]
group| Bek has taken over #1001.
Bek| 🔴 #1001 СРОЧНО
Bek| Язык: английский (на дежурстве никто не говорит) · Страна: неизвестно
Bek| Признаки: крик о помощи
Bek| Возьмите здесь или в группе.
Bek| [✋ Take · Взять]
Bek sms| PANOH! #1001 СРОЧНО: английский, неизвестно. крик о помощи. Взять: ответьте #1001

Bek> I am here now
< Operator: I am here now
group| (card) #1001 · URGENT
group| Status: waiting for the person
group| Operator: Bek
group| Language: English (nobody on duty speaks it) · Country: not known · By Telegram
group| Signs: cry for help
group| Safe to write: not known · Answer: not known
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute]

Bek> /handover nobody
group| Nobody on the roster is called nobody. On the roster: Aigul, Bek, Nargiza.

Bek> [Reveal]

Bek> /oncall
group| On duty now: Aigul, Bek. Coordinator: Nargiza.

Bek> [Close]
< The operator has closed #1001. If you need us again, write SOS at any time.
group| (card) #1001 · URGENT
group| Status: closed
group| Operator: Bek
group| Language: English (nobody on duty speaks it) · Country: not known · By Telegram
group| Signs: cry for help
group| Safe to write: not known · Answer: not known
group| [🔁 Reopen]
group| Bek has closed #1001.

Bek> one more thing
group| #1001 is closed. /take opens it again.

Bek> /take
< An operator of the hotline is here and reads what you write. #1001
group| (card) #1001 · URGENT
group| Status: taken
group| Operator: Bek
group| Language: English (nobody on duty speaks it) · Country: not known · By Telegram
group| Signs: cry for help
group| Safe to write: not known · Answer: not known
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute]
group| Bek has taken #1001. What you write in this topic now goes to the person; notes start with //.
Bek| #1001 теперь у вас. Отвечайте в теме обращения в группе.

> thank you
group| 💬 thank you
