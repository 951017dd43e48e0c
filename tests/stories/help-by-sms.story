# By SMS alone, with digits, in Latin letters: nothing is asked twice.
channel: sms

> pomogite nas zaperli
< #1001: zovu operatora. Ugroza zhizni: politsiya 102, skoraya 103. SMS v telefone mogut prochitat drugie. Vam bezopasno pisat?
< 1 Da, mogu pisat
< 2 Net, eto opasno
group| (topic) #1001 🔴 URGENT · RU · KG
group| (card) #1001 · URGENT
group| Status: calling operators
group| Operator: nobody yet
group| Language: Russian · Country: Kyrgyzstan · By SMS
group| Signs: cannot leave, cry for help
group| Safe to write: not known · Answer: not known
group| [✋ Take] [✅ Close]
group| 💬 pomogite nas zaperli
Aigul| 🔴 #1001 ШАШЫЛЫШ
Aigul| Тили: орусча · Өлкө: Кыргызстан
Aigul| Белгилер: чыгып кете албайт, жардам сурап жатат
Aigul| Ушул жерден же топтон алыңыз.
Aigul| [✋ Take · Алуу]
Aigul sms| PANOH! #1001 ШАШЫЛЫШ: орусча, Кыргызстан. чыгып кете албайт, жардам сурап жатат. Алуу үчүн #1001 деп жооп бериңиз

> 1
< Chto proishodit? Napishite tsifru (mozhno neskolko) ili svoimi slovami.
< 1 Kto-to ranen ili bolen
< 2 Derzhat vzaperti ili sledyat
< 3 Zdes est rebyonok
< 4 Dalshe
group| (card) #1001 · URGENT
group| Status: calling operators
group| Operator: nobody yet
group| Language: Russian · Country: Kyrgyzstan · By SMS
group| Signs: cannot leave, cry for help
group| Safe to write: yes · Answer: not known
group| [✋ Take] [✅ Close]
group| ➕ Yes, I can write

> 13
< Chto proishodit? Napishite tsifru (mozhno neskolko) ili svoimi slovami.
< 1 Derzhat vzaperti ili sledyat
< 2 Dalshe
group| (card) #1001 · URGENT
group| Status: calling operators
group| Operator: nobody yet
group| Language: Russian · Country: Kyrgyzstan · By SMS
group| Signs: cannot leave, cry for help, hurt or ill, a child
group| Safe to write: yes · Answer: not known
group| [✋ Take] [✅ Close]
group| 🚑 #1001: somebody is hurt or ill.
group| The ambulance first: Kyrgyzstan: 103 (ambulance)
group| First: where are they, and who is hurt? The story can wait: do not ask for it now.
group| While life is in danger the ambulance is free in Russia for every foreigner, in Kazakhstan for citizens of CIS states.
group| ➕ Somebody is hurt or ill
group| 🧒 #1001: there is a child.
group| Whom to call, with consent: Kyrgyzstan: 111 (children's line, 24/7)
group| First: is the child safe now, and who is with them?
group| Do not question the child, and do not have them tell it again. Do not promise to keep secrets, nor anything else that you cannot keep. A child's consent to what was done changes nothing (Palermo Protocol).
group| ➕ There is a child here

> 2
< Gde vy primerno? Napishite tsifru ili gorod i chto vidno vokrug.
< 1 Rossiya
< 2 Kazahstan
< 3 Turtsiya
< 4 OAE
< 5 Koreya
< 6 Polsha
< 7 Doma, v Tsentralnoy Azii
< 8 Ne znayu ili ne seychas

> 1
< Kak vam mozhno otvechat? Napishite tsifru ili svoimi slovami, naprimer: posle 22:00
< 1 Zdes, v lyuboe vremya
< 2 Zdes, no tolko v opredelyonnye chasy
< 3 Tolko posle moego soobscheniya
< 4 Pozvonite mne, pozhaluysta
group| (card) #1001 · URGENT
group| Status: calling operators
group| Operator: nobody yet
group| Language: Russian · Country: Russia · By SMS
group| Signs: cannot leave, cry for help, hurt or ill, a child
group| Safe to write: yes · Answer: not known
group| [✋ Take] [✅ Close]
group| ☎️ #1001, Russia: 103 (ambulance, 24/7), 112 (any danger, 24/7)
group| ➕ Russia

> 1
< Spasibo. Vsyo peredano operatoram, nomer #1001. Chto napishete dalshe, poluchat oni. Ugroza zhizni: 112, politsiya 102, skoraya 103.
< 1 Nomera telefonov
< 2 Kak mne mozhno pisat
< 3 Menyu
group| (card) #1001 · URGENT
group| Status: calling operators
group| Operator: nobody yet
group| Language: Russian · Country: Russia · By SMS
group| Signs: cannot leave, cry for help, hurt or ill, a child
group| Safe to write: yes · Answer: here, at any time
group| [✋ Take] [✅ Close]
group| ➕ Here, at any time

Aigul sms> 1001
< Operator goryachey linii na svyazi i chitaet, chto vy pishete. #1001
group| (card) #1001 · URGENT
group| Status: taken
group| Operator: Aigul
group| Language: Russian · Country: Russia · By SMS
group| Signs: cannot leave, cry for help, hurt or ill, a child
group| Safe to write: yes · Answer: here, at any time
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute]
group| Aigul has taken #1001. What you write in this topic now goes to the person; notes start with //.
Aigul| Сиз #1001 кайрылуусун алдыңыз. Топтогу темасында жооп бериңиз.
Aigul sms| Сиз #1001 кайрылуусун алдыңыз. Топтогу темасында жооп бериңиз.

> spasibo
group| 💬 spasibo

Aigul> Где вы находитесь? Какая улица?
< Operator: Gde vy nahodites? Kakaya ulitsa?
group| (card) #1001 · URGENT
group| Status: waiting for the person
group| Operator: Aigul
group| Language: Russian · Country: Russia · By SMS
group| Signs: cannot leave, cry for help, hurt or ill, a child
group| Safe to write: yes · Answer: here, at any time
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute]

> LAT
< Gotovo. Teper pishu latinskimi bukvami. Vernut kirillitsu: CYR.

> CYR
< Готово. Теперь пишу кириллицей. Вернуть латинские буквы: LAT.
