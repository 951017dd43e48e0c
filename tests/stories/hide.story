# The chat is hidden with an open case: nothing tells of it, a cry is heard, the word brings everything back.
channel: telegram

> LANG en
< What do you need? You can also just write your question.
< [🆘 I need help now] [🔎 Check a job offer] [⚖️ My rights at work] [🚩 Report exploitation] [💬 Ask a question] [☎️ Phone numbers] [🌐 Language, settings, my data]

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

Aigul> [Take]
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

Aigul> Are you alone?
< Operator: Are you alone?
group| (card) #1001 · URGENT
group| Status: waiting for the person
group| Operator: Aigul
group| Language: English (nobody on duty speaks it) · Country: not known · By Telegram
group| Signs: cry for help
group| Safe to write: not known · Answer: not known
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute]

> /hide
< I delete this chat on your phone and on our side, and from then on look like an ordinary information bot. A word that you choose brings you back.
<
< I cannot delete: messages older than 48 hours, SMS, notifications that somebody has already seen, backups, screenshots. The bot's name stays in the list of chats: delete the chat itself too.
<
< While it is hidden you do not see what operators write; it waits for you. If you are in danger, write here all the same: they are called, and what you wrote disappears.
<
< In a hurry: write /hide once more, and it is done at once. Then the word "plov" brings you back.
<
< Hide the chat?
< [Yes, hide it] [Choose my own word] [No]

> [Yes, hide it]
< Which word is to bring you back? Take a harmless one that nobody writes here by chance, for example "plov", and remember it. If you forget it, only erasing everything (DELETE) helps.
<
< As soon as you have written it, the chat is hidden.
< [No, do not hide]

> samovar
< (deleted: 10 messages)
< Information about work and life abroad. Write a word or a question, for example: registration, visa, pay.
< [☎️ Useful numbers] [🌐 Language · Til · Тил · Забон] [🗑 Erase my data]
group| ➕ The person has hidden the chat: nothing is shown to them until they come back. Somebody else may be holding the phone.

Aigul> We are near.
group| ⏸ The person has hidden the chat: nothing is shown until they come back. This waits for them.

> menu
< Information about work and life abroad. Write a word or a question, for example: registration, visa, pay.
< [☎️ Useful numbers] [🌐 Language · Til · Тил · Забон] [🗑 Erase my data]

> who
< Useful numbers: police 102, ambulance 103 in Russia, Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan. Which country?
< [Russia] [Kazakhstan] [Kyrgyzstan] [Tajikistan] [Uzbekistan] [Turkey] [South Korea] [Emirates (UAE)] [Poland] [United Kingdom]

> WHO KZ
< Kazakhstan
< – any danger: 112 (free; day and night)
< – police: 102 (free; day and night; Kazakh, Russian; may open a case about your stay)
< – ambulance: 103 (free; day and night)
< – family, women, children: 111 (free; day and night; also by chat; not the police)
< – crisis centres (NGO): 150
< – state information: 1414 (free)
<
< You may ask first: must I give my name, is the call recorded, who is told? No answer? Try the next one. Numbers change: check before you rely on them (sources of 2021–2026).
< [Menu]

> how long may I stay in Russia
< Russia (as of 2025): with no visa and no permit, 90 days in all in one calendar year. Going out and in does not restart the count. Longer: patent, residence permit, or work contract (Kyrgyzstan, Kazakhstan).
< – Add up all your days in Russia this year.
< – Coming to work? Put "work" (работа) on the migration card. Another purpose can be changed when you ask for a patent (as of 2022): check before you rely on it.
< – Act before the days run out: later you may be put on the register of controlled persons.
< Already over? Ask a lawyer or consul before the MVD: police may order expulsion without a court.
< [🌍 For my country] [Where do I register my stay in Russia?] [Which documents do I need for a work patent?] [Can Kyrgyz and Kazakh citizens work without a patent?] [Menu]
group| (card) #1001 · URGENT
group| Status: taken
group| Operator: Aigul
group| Language: English (nobody on duty speaks it) · Country: not known · By Telegram
group| Signs: cry for help
group| Safe to write: not known · Answer: not known
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute]
group| 💬 how long may I stay in Russia

> (location)
< (deleted: 10 messages)
< Your question is being passed on now. You can write more here; a word is enough. Useful numbers: 112, police 102, ambulance 103.
< [Menu]
group| 📍 The person sent a location. Reveal shows it to you alone.

> they lock me in, help
< (deleted: 2 messages)
< Your question is being passed on now. You can write more here; a word is enough. Useful numbers: 112, police 102, ambulance 103.
< [Menu]
group| (card) #1001 · URGENT
group| Status: taken
group| Operator: Aigul
group| Language: English (nobody on duty speaks it) · Country: not known · By Telegram
group| Signs: cry for help, cannot leave
group| Safe to write: not known · Answer: not known
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute]
group| 💬 they lock me in, help
group| 🔴 #1001: the person calls for help again.
Aigul| 🔴 #1001 ШАШЫЛЫШ
Aigul| Тили: англисче (нөөмөттөгүлөрдүн эч ким билбейт) · Өлкө: белгисиз
Aigul| Белгилер: жардам сурап жатат, чыгып кете албайт
Aigul| Ушул жерден же топтон алыңыз.
Aigul| [✋ Take · Алуу]
Aigul sms| PANOH! #1001 ШАШЫЛЫШ: англисче, белгисиз. жардам сурап жатат, чыгып кете албайт. Алуу үчүн #1001 деп жооп бериңиз

+3m
group| (card) #1001 · URGENT
group| Status: calling operators
group| Operator: nobody yet
group| Language: English (nobody on duty speaks it) · Country: not known · By Telegram
group| Signs: cry for help, cannot leave
group| Safe to write: not known · Answer: not known
group| [✋ Take] [✅ Close]
group| 🔴 #1001: nobody has answered for 3 min. Paging: Aigul.
Aigul| 🔴 #1001 ШАШЫЛЫШ
Aigul| Тили: англисче (нөөмөттөгүлөрдүн эч ким билбейт) · Өлкө: белгисиз
Aigul| Белгилер: жардам сурап жатат, чыгып кете албайт
Aigul| Ушул жерден же топтон алыңыз.
Aigul| [✋ Take · Алуу]
Aigul sms| PANOH! #1001 ШАШЫЛЫШ: англисче, белгисиз. жардам сурап жатат, чыгып кете албайт. Алуу үчүн #1001 деп жооп бериңиз

> person
< Your question is being passed on now. You can write more here; a word is enough. Useful numbers: 112, police 102, ambulance 103.
< [Menu]

> samovar
< You are back, and the chat is no longer hidden. /hide hides it again.
< Nobody has answered yet. I keep trying and am calling the next person. #1001. Danger to life: 112, police 102, ambulance 103.
< Operator: We are near.
< Your case #1001 is open. Whatever you write here goes to the operators.
group| ➕ The person is back; what you wrote is now shown to them.

> /hide
< (deleted: 9 messages)
< Information about work and life abroad. Write a word or a question, for example: registration, visa, pay.
< [☎️ Useful numbers] [🌐 Language · Til · Тил · Забон] [🗑 Erase my data]
group| ➕ The person has hidden the chat: nothing is shown to them until they come back. Somebody else may be holding the phone.

> DELETE
< Erase what is kept about you here: your language and your questions?
< [Yes, erase] [No]

> [Yes, erase]
< Erased. If you write again, we start anew.
group| The person has erased their data. #1001 is closed, nobody can reach them any more.
