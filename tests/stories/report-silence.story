# Broken off half-way: asked once, in words that betray nothing; then operators see it, because that was agreed at the start.
channel: sms
starts: 12:00

> LANG en
< Write your question, or:
< 1 Help now
< 2 Check a job offer
< 3 Rights at work
< 4 Report trafficking
< 5 Ask a question
< 6 Phone numbers
< 7 Language, my data

> report
< Report exploitation, of yourself or others. About 15 questions; skip any, no names. Operators read it once you send it; danger at once. SMS is not secret.
< 1 Begin
< 2 I have a number

> 1
< If you must stop in the middle: may an operator see what you told?
< 1 Yes
< 2 No, forget it

> 1
< Is anybody in danger right now?
< 1 Yes, call an operator
< 2 No
< 3 Skip

> 2
< Whom is it about?
< 1 Me
< 2 Somebody I know
< 3 Strangers I have seen
< 4 An agency or advertisement
< 5 Skip

> 1
< What is happening? Several numbers are fine (for example 125), or your own words.
< 1 Papers taken away
< 2 Locked in, may not leave
< 3 Beaten or hurt
< 4 Threatened
< 5 No phone, watched
< 6 Sold or handed on
< 7 Go on

> 37
< And the work? Several numbers are fine (for example 13), or your own words.
< 1 Little or no pay
< 2 A debt to work off
< 3 Not the work promised
< 4 Too long hours, bad housing
< 5 Forced into sex
< 6 Forced to beg, cheat or steal
< 7 Go on

> 2
< In which country?
< 1 Russia
< 2 Kazakhstan
< 3 Kyrgyzstan
< 4 Tajikistan
< 5 Uzbekistan
< 6 Turkey
< 7 Korea
< 8 UAE
< 9 Poland
< 10 UK
< 11 Skip

+30m
< You stopped in the middle. Would you like to go on?
< 1 Go on
< 2 Send it as it is
< 3 Throw it away

+30m
group| (topic) #1001 ⚪ routine · EN · KG
group| (card) #1001 · routine
group| Status: calling operators
group| Operator: nobody yet
group| Language: English (nobody on duty speaks it) · Country: Kyrgyzstan · By SMS
group| Signs: report, violence, debt
group| Safe to write: not known · Answer: not known
group| [✋ Take] [✅ Close] [🔴 Urgent]
group| 📋 Report, UNFINISHED: the person stopped in the middle and had agreed that you see it. Write with care.
group| Danger now: No
group| About: Me
group| What happens: Beaten or hurt
group| Conditions: A debt to work off
Aigul| ⚪ #1001 кадимки
Aigul| Тили: англисче (нөөмөттөгүлөрдүн эч ким билбейт) · Өлкө: Кыргызстан
Aigul| Белгилер: кабар, зордук-зомбулук, карыз
Aigul| Ушул жерден же топтон алыңыз.
Aigul| [✋ Take · Алуу]

> hello
< #1001 is open. What you write goes to the operators.
< Write your question, or:
< 1 Help now
< 2 Check a job offer
< 3 Rights at work
< 4 Report trafficking
< 5 Ask a question
< 6 Phone numbers
< 7 Language, my data
group| 💬 hello
