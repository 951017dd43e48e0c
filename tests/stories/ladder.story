# Nobody answers: the next operator, the coordinator, then everybody, for ever; the person is told each time.
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

+3m
< Nobody has answered yet. I keep trying and am calling the next person. #1001. Danger to life: police 102, ambulance 103 in Russia, Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan.
group| 🔴 #1001: nobody has answered for 3 min. Paging: Bek.
Bek| 🔴 #1001 СРОЧНО
Bek| Язык: английский (на дежурстве никто не говорит) · Страна: неизвестно
Bek| Признаки: крик о помощи
Bek| Возьмите здесь или в группе.
Bek| [✋ Take · Взять]
Bek sms| PANOH! #1001 СРОЧНО: английский, неизвестно. крик о помощи. Взять: ответьте #1001

+3m
< Nobody has answered yet. I keep trying and am calling the next person. #1001. Danger to life: police 102, ambulance 103 in Russia, Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan.
group| 🔴 #1001: nobody has answered for 6 min. Paging: Nargiza.
Nargiza| 🔴 #1001 URGENT
Nargiza| Language: English (nobody on duty speaks it) · Country: not known
Nargiza| Signs: cry for help
Nargiza| Take it here or in the group.
Nargiza| [✋ Take]
Nargiza sms| PANOH! #1001 URGENT: English, not known. cry for help. To take it, reply #1001

+3m
< Nobody has answered yet. I have called everybody and go on calling until someone answers. #1001. Danger to life: police 102, ambulance 103 in Russia, Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan.
group| 🔴 #1001: nobody has answered for 9 min. Paging: Aigul, Bek, Nargiza.
Aigul| 🔴🔴 #1001 ШАШЫЛЫШ
Aigul| Тили: англисче (нөөмөттөгүлөрдүн эч ким билбейт) · Өлкө: белгисиз
Aigul| Белгилер: жардам сурап жатат
Aigul| Ушул жерден же топтон алыңыз.
Aigul| [✋ Take · Алуу]
Aigul sms| PANOH!! #1001 ШАШЫЛЫШ: англисче, белгисиз. жардам сурап жатат. Алуу үчүн #1001 деп жооп бериңиз
Bek| 🔴🔴 #1001 СРОЧНО
Bek| Язык: английский (на дежурстве никто не говорит) · Страна: неизвестно
Bek| Признаки: крик о помощи
Bek| Возьмите здесь или в группе.
Bek| [✋ Take · Взять]
Bek sms| PANOH!! #1001 СРОЧНО: английский, неизвестно. крик о помощи. Взять: ответьте #1001
Nargiza| 🔴🔴 #1001 URGENT
Nargiza| Language: English (nobody on duty speaks it) · Country: not known
Nargiza| Signs: cry for help
Nargiza| Take it here or in the group.
Nargiza| [✋ Take]
Nargiza sms| PANOH!! #1001 URGENT: English, not known. cry for help. To take it, reply #1001

+3m
< Nobody has answered yet. I have called everybody and go on calling until someone answers. #1001. Danger to life: police 102, ambulance 103 in Russia, Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan.
group| 🔴 #1001: nobody has answered for 12 min. Paging: Aigul, Bek, Nargiza.
Aigul| 🔴🔴🔴 #1001 ШАШЫЛЫШ
Aigul| Тили: англисче (нөөмөттөгүлөрдүн эч ким билбейт) · Өлкө: белгисиз
Aigul| Белгилер: жардам сурап жатат
Aigul| Ушул жерден же топтон алыңыз.
Aigul| [✋ Take · Алуу]
Aigul sms| PANOH!!! #1001 ШАШЫЛЫШ: англисче, белгисиз. жардам сурап жатат. Алуу үчүн #1001 деп жооп бериңиз
Bek| 🔴🔴🔴 #1001 СРОЧНО
Bek| Язык: английский (на дежурстве никто не говорит) · Страна: неизвестно
Bek| Признаки: крик о помощи
Bek| Возьмите здесь или в группе.
Bek| [✋ Take · Взять]
Bek sms| PANOH!!! #1001 СРОЧНО: английский, неизвестно. крик о помощи. Взять: ответьте #1001
Nargiza| 🔴🔴🔴 #1001 URGENT
Nargiza| Language: English (nobody on duty speaks it) · Country: not known
Nargiza| Signs: cry for help
Nargiza| Take it here or in the group.
Nargiza| [✋ Take]
Nargiza sms| PANOH!!! #1001 URGENT: English, not known. cry for help. To take it, reply #1001

Nargiza@> [Take]
< An operator of the hotline is here and reads what you write. #1001
group| (card) #1001 · URGENT
group| Status: taken
group| Operator: Nargiza
group| Language: English (nobody on duty speaks it) · Country: not known · By Telegram
group| Signs: cry for help
group| Safe to write: not known · Answer: not known
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute]
group| Nargiza has taken #1001. What you write in this topic now goes to the person; notes start with //.
Aigul| #1001 кайрылуусун Nargiza алды.
Bek| #1001 взято. Оператор: Nargiza.
Nargiza| You have taken #1001. Answer in its topic in the group.
