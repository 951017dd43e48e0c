# Erasing everything with an open case.
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

> DELETE
< Erase everything that is kept about you here: your language, your messages to the hotline, the way to answer you? An open case is closed, and operators can no longer reach you.
<
< I cannot erase what is stored on your phone: delete this chat yourself too.
< [Yes, erase] [No, keep it]

> [Yes, erase]
< Everything kept about you here has been erased. Delete this chat on your phone too. If you write again, we start anew.
group| The person has erased their data. #1001 is closed, nobody can reach them any more.

> hello
< Hello! Здравствуйте! Salom! Салом! Саламатсызбы! Сәлеметсіз бе!
<
< 🌐 English · Русский · O'zbekcha · Тоҷикӣ · Кыргызча · Қазақша
< 🆘 SOS
< [English] [Русский] [O'zbekcha] [Ўзбекча] [Тоҷикӣ] [Кыргызча] [Қазақша]
