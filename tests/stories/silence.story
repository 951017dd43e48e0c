# Somebody stops in the middle of a tree: one question, then rest. Whoever comes back goes on or begins anew.
channel: telegram
starts: 12:00

> LANG en
< What do you need? You can also just write your question.
< [🆘 I need help now] [🔎 Check a job offer] [⚖️ My rights at work] [🚩 Report exploitation] [💬 Ask a question] [☎️ Phone numbers] [🌐 Language, settings, my data]

> JOB
< Let us look at the offer together: 13 short questions, one at a time. "I don't know" is a good answer too. You need not give names.
<
< You can also paste the advertisement, or look up the agency.
< [🟢 Start the questions] [📋 Paste the advertisement] [🏢 Look up an agency] [⚠️ What are warning signs?] [⬅️ Back] [🙋 Ask a person] [Menu]

> [Start the questions]
< Who offers you the work?
< [The employer directly] [An agency] [A relative or acquaintance] [Somebody I know only from the internet] [I don't know] [⬅️ Back] [🙋 Ask a person] [Menu]

> [An agency]
< Is there a written contract?
< [Yes, in a language I read] [Yes, but I cannot read it] [No, or only later] [I don't know] [⬅️ Back] [🙋 Ask a person] [Menu]

+20m
< Shall we go on? There is no hurry, and you can stop here too.
< [Go on] [Stop here]

+20m

+3h

> hello
< Good to see you again. We stopped at: «Is there a written contract?»
< [Go on there] [Start again] [Menu]

> [Go on there]
< Is there a written contract?
< [Yes, in a language I read] [Yes, but I cannot read it] [No, or only later] [I don't know] [⬅️ Back] [🙋 Ask a person] [Menu]

> menu
< What do you need? You can also just write your question.
< [🆘 I need help now] [🔎 Check a job offer] [⚖️ My rights at work] [🚩 Report exploitation] [💬 Ask a question] [☎️ Phone numbers] [🌐 Language, settings, my data]

> JOB
< Let us look at the offer together: 13 short questions, one at a time. "I don't know" is a good answer too. You need not give names.
<
< You can also paste the advertisement, or look up the agency.
< [🟢 Start the questions] [📋 Paste the advertisement] [🏢 Look up an agency] [⚠️ What are warning signs?] [⬅️ Back] [🙋 Ask a person] [Menu]

> [Start the questions]
< Who offers you the work?
< [The employer directly] [An agency] [A relative or acquaintance] [Somebody I know only from the internet] [I don't know] [⬅️ Back] [🙋 Ask a person] [Menu]

+20m
< Shall we go on? There is no hurry, and you can stop here too.
< [Go on] [Stop here]

> [Stop here]
< All right. Your answers stay here; write when you like.
< [Menu]

+4h

> /start
< Good to see you again. We stopped at: «Who offers you the work?»
< [Go on there] [Start again] [Menu]

> [Start again]
< Let us look at the offer together: 13 short questions, one at a time. "I don't know" is a good answer too. You need not give names.
<
< You can also paste the advertisement, or look up the agency.
< [🟢 Start the questions] [📋 Paste the advertisement] [🏢 Look up an agency] [⚠️ What are warning signs?] [⬅️ Back] [🙋 Ask a person] [Menu]
