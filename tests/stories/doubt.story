# A doubtful message: one question; unanswered, an operator sees it anyway.
channel: telegram

> LANG en
< What do you need? You can also just write your question.
< [🆘 I need help now] [💬 Ask a question] [🔎 Check a job offer] [☎️ Phone numbers] [🌐 Language · Til · Тил · Забон] [ℹ️ About us, my data]

> I am scared of my employer
< Did you mean one of these?
< [Boss took my passport] [Not paid for two months] [They wont let us leave] [🙋 Ask a person] [Menu]

+5m
