# The same report from another phone: wrong and right numbers, news, words, back to the first phone, withdrawn.
channel: telegram

> LANG en
< What do you need? You can also just write your question.
< [🆘 I need help now] [🔎 Check a job offer] [⚖️ My rights at work] [🚩 Report exploitation] [💬 Ask a question] [☎️ Phone numbers] [🌐 Language, settings, my data]

> report
< You can report here that somebody is exploited, held or sold: you yourself or somebody else. There are about 15 short questions. You may skip any of them, and need not give names.
<
< It is kept here, locked. Only operators of the hotline read it, once you send it at the end. What sounds like danger now goes to them at once. Telegram is not secret: anyone who holds your phone can read it, and so can Telegram.
<
< You can send photos, documents, voice messages and places at any question. A photo can show faces and places, and hidden data say when and where it was taken. Do not send any from a phone that is watched.
< [🟢 Begin] [🔢 I have a number already] [⬅️ Back] [🙋 Ask a person] [Menu]

> [Begin]
< If you have to stop in the middle: may an operator see what you told by then? Otherwise it is forgotten after a day.
< [Yes] [No, forget it] [⬅️ Back] [🙋 Ask a person] [Menu]

> [No, forget it]
< Is anybody in danger right now?
< [🆘 Yes, call an operator] [No] [I don't know, skip] [⬅️ Back] [🙋 Ask a person] [Menu]

> [No]
< Whom is it about?
< [Me] [Somebody I know] [Strangers I have seen] [An agency or advertisement] [I don't know, skip] [⬅️ Back] [🙋 Ask a person] [Menu]

> [Strangers]
< What is happening? Choose everything that fits, or write it in your own words.
< [Papers taken away] [Locked in, may not leave] [Beaten or hurt] [Threatened] [No phone, watched] [Sold or handed on] [Go on ➡️] [⬅️ Back] [🙋 Ask a person] [Menu]

> [Papers taken]
< What is happening? Choose everything that fits, or write it in your own words.
< [Locked in, may not leave] [Beaten or hurt] [Threatened] [No phone, watched] [Sold or handed on] [Go on ➡️] [⬅️ Back] [🙋 Ask a person] [Menu]

> [Go on]
< And the work? Choose everything that fits, or write it in your own words.
< [Little or no pay] [A debt to work off] [Not the work promised] [Too long hours, bad housing] [Forced into sex] [Forced to beg, cheat or steal] [Go on ➡️] [⬅️ Back] [🙋 Ask a person] [Menu]

> [Go on]
< In which country?
< [Russia] [Kazakhstan] [Kyrgyzstan] [Tajikistan] [Uzbekistan] [Turkey] [South Korea] [Emirates (UAE)] [Poland] [United Kingdom] [I don't know, skip] [⬅️ Back] [🙋 Ask a person] [Menu]

> [Kazakhstan]
< Where is it? Write the city, the district, what can be seen around. An exact address is not needed.
< [I don't know, skip] [⬅️ Back] [🙋 Ask a person] [Menu]

> Almaty, a greenhouse
< How many people does it concern?
< [One] [A few (2 to 5)] [A group (6 to 20)] [More than 20] [I don't know, skip] [⬅️ Back] [🙋 Ask a person] [Menu]

> menu
< What do you need? You can also just write your question.
< [🆘 I need help now] [🔎 Check a job offer] [⚖️ My rights at work] [🚩 Report exploitation] [💬 Ask a question] [☎️ Phone numbers] [🌐 Language, settings, my data]

> report
< You have begun something here that is not sent yet.
< [➡️ Go on] [📨 Send it as it is] [🗑 Throw it away] [🔢 I have a number already] [⬅️ Back] [🙋 Ask a person] [Menu]

> [Send it as it is]
< Thank you. The operators have it: #1001. Nobody else gets it without your yes.
<
< The next message holds a number. With it you can add to this, ask about it or withdraw it, from any phone. Write the number down where nobody finds it, then delete this chat. Danger to life: police 102, ambulance 103 in Russia, Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan.
< [Menu]
< Number: 6456 7891 0110
group| (topic) #1001 ⚪ routine · EN · KZ
group| (card) #1001 · routine
group| Status: calling operators
group| Operator: nobody yet
group| Language: English (nobody on duty speaks it) · Country: Kazakhstan · By Telegram
group| Signs: report, papers taken
group| Safe to write: not known · Answer: not known
group| [✋ Take] [✅ Close] [🔴 Urgent]
group| 📋 Report
group| Danger now: No
group| About: Strangers I have seen
group| What happens: Papers taken away
group| Country: Kazakhstan
group| Place: «Almaty, a greenhouse»
Aigul| ⚪ #1001 кадимки
Aigul| Тили: англисче (нөөмөттөгүлөрдүн эч ким билбейт) · Өлкө: Казакстан
Aigul| Белгилер: кабар, документтери алынган
Aigul| Ушул жерден же топтон алыңыз.
Aigul| [✋ Take · Алуу]

Bek> /take
< An operator of the hotline is here and reads what you write. #1001
group| (card) #1001 · routine
group| Status: taken
group| Operator: Bek
group| Language: English (nobody on duty speaks it) · Country: Kazakhstan · By Telegram
group| Signs: report, papers taken
group| Safe to write: not known · Answer: not known
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute] [🔴 Urgent]
group| Bek has taken #1001. What you write in this topic now goes to the person; notes start with //.
Aigul| #1001 кайрылуусун Bek алды.
Bek| #1001 теперь у вас. Отвечайте в теме обращения в группе.

Bek> Did you see how many people work there?
< Operator: Did you see how many people work there?
group| (card) #1001 · routine
group| Status: waiting for the person
group| Operator: Bek
group| Language: English (nobody on duty speaks it) · Country: Kazakhstan · By Telegram
group| Signs: report, papers taken
group| Safe to write: not known · Answer: not known
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute] [🔴 Urgent]

other> 6456 7891 0111
other| Panoh. SOS
other| 1 English
other| 2 Russkiy
other| 3 O'zbekcha
other| 4 O'zbekcha (kirill)
other| 5 Tojiki
other| 6 Kyrgyzcha
other| 7 Qazaqsha

other> 6456-7891-0110
other| #1001: an operator has answered and waits for your words.
other| Operator: Did you see how many people work there?
other| What would you like to do?
other| 1 Add something
other| 2 Do not answer on this phone
other| 3 Withdraw it

other> 1
other| Write what you would like to add. It goes to the operators.
other| 1 You may write to me here

other> About ten, two are children
group| (card) #1001 · routine
group| Status: taken
group| Operator: Bek
group| Language: English (nobody on duty speaks it) · Country: Kazakhstan · By SMS
group| Signs: report, papers taken
group| Safe to write: not known · Answer: not known
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute] [🔴 Urgent]
group| 📱 #1001: the person goes on from another phone. Answers go there now.
group| 💬 About ten, two are children

Bek> Thank you. Is it safe to write to you?
group| (card) #1001 · routine
group| Status: waiting for the person
group| Operator: Bek
group| Language: English (nobody on duty speaks it) · Country: Kazakhstan · By SMS
group| Signs: report, papers taken
group| Safe to write: not known · Answer: not known
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute] [🔴 Urgent]
other| Operator: Thank you. Is it safe to write to you?

other> 645678910110
other| #1001: an operator has answered and waits for your words.
other| Operator: Thank you. Is it safe to write to you?
other| What would you like to do?
other| 1 Add something
other| 2 Do not answer on this phone
other| 3 Withdraw it

other> 2
group| (card) #1001 · routine
group| Status: taken
group| Operator: Bek
group| Language: English (nobody on duty speaks it) · Country: Kazakhstan · By SMS
group| Signs: report, papers taken
group| Safe to write: not known · Answer: not known
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute] [🔴 Urgent]
group| 💬 2
group| 📱 #1001: answers go to the other phone again.
other| Done. Answers go to the other phone. Delete these SMS.

Bek> One more question
< Operator: One more question
group| (card) #1001 · routine
group| Status: waiting for the person
group| Operator: Bek
group| Language: English (nobody on duty speaks it) · Country: Kazakhstan · By Telegram
group| Signs: report, papers taken
group| Safe to write: not known · Answer: not known
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute] [🔴 Urgent]

> 6456 7891 0110
< #1001: an operator has answered and waits for your words.
< Operator: One more question
< What would you like to do?
< [➕ Add something] [↪️ Do not answer on this phone] [🗑 Withdraw it] [⬅️ Back] [🙋 Ask a person] [Menu]

> [Withdraw it]
< Withdraw it? The case is closed, and everything that was told in it is erased here, from whatever phone it came. That cannot be undone.
< [Yes, withdraw and erase] [No, keep it] [⬅️ Back] [🙋 Ask a person] [Menu]

> [Yes, withdraw]
< Withdrawn and erased. Delete this chat on your phone too.
< [Menu]
group| The person has erased their data. #1001 is closed, nobody can reach them any more.

other> 645678910110
other| I have no checked answer to that. Try other words, or: SOS = a person now, HELP = all words.
other| 1 Ask a person
other| 2 Menu
