# Telephone numbers on Telegram, in English: by country, then at once; another country is looked up, not moved to.
channel: telegram

> /start
< Hello! Здравствуйте! Salom! Салом! Саламатсызбы! Сәлеметсіз бе!
<
< 🌐 English · Русский · O'zbekcha · Тоҷикӣ · Кыргызча · Қазақша
< 🆘 SOS
< [English] [Русский] [O'zbekcha] [Ўзбекча] [Тоҷикӣ] [Кыргызча] [Қазақша]

> [English]
< This is Panoh: free, checked answers about work and life abroad, and people who help when somebody is in danger.
<
< A program answers your questions. If you call for help, operators of the hotline read what you write; they see a number, not your name. Telegram can be read by anyone who holds your phone, and the chat is not fully secret. You can erase everything at any time.
<
< What do you need?
< [🆘 I need help now] [🔎 Check a job offer] [⚖️ My rights at work] [🚩 Report exploitation] [💬 Ask a question] [☎️ Phone numbers] [🌐 Language, settings, my data]

> [Phone numbers]
< Danger to life: police 102, ambulance 103 in Russia, Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan.
<
< In which country are you?
< [Russia] [Kazakhstan] [Kyrgyzstan] [Tajikistan] [Uzbekistan] [Turkey] [South Korea] [Emirates (UAE)] [Poland] [United Kingdom] [⬅️ Back] [Menu]

> [South Korea]
< South Korea
< – police: 112 (may ask about your papers)
< – ambulance: 119
< – advice for foreign workers: 1577-0071 (16 languages)
< – immigration office: 1345 (9–22; 20 languages; a state line: ask before you give your name)
< – labour ministry: 1350
< – legal aid: 132
<
< You may ask first: must I give my name, is the call recorded, who is told? No answer? Try the next one. Numbers change: check before you rely on them (sources of 2018–2025).
< [🌍 Another country] [⬅️ Back] [Menu]

> [Another country]
< Danger to life: police 112, ambulance 119.
<
< In which country are you?
< [Russia] [Kazakhstan] [Kyrgyzstan] [Tajikistan] [Uzbekistan] [Turkey] [South Korea] [Emirates (UAE)] [Poland] [United Kingdom] [⬅️ Back] [Menu]

> [Poland]
< Poland
< – any danger: 112
< – human trafficking: +48 22 628 01 20 (KCIK; helps whatever your papers), +48 22 628 99 99
<
< You may ask first: must I give my name, is the call recorded, who is told? No answer? Try the next one. Numbers change: check before you rely on them (sources of 2020–2024).
< [🌍 Another country] [⬅️ Back] [Menu]

> [Menu]
< What do you need? You can also just write your question.
< [🆘 I need help now] [🔎 Check a job offer] [⚖️ My rights at work] [🚩 Report exploitation] [💬 Ask a question] [☎️ Phone numbers] [🌐 Language, settings, my data]

> [Phone numbers]
< South Korea
< – police: 112 (may ask about your papers)
< – ambulance: 119
< – advice for foreign workers: 1577-0071 (16 languages)
< – immigration office: 1345 (9–22; 20 languages; a state line: ask before you give your name)
< – labour ministry: 1350
< – legal aid: 132
<
< You may ask first: must I give my name, is the call recorded, who is told? No answer? Try the next one. Numbers change: check before you rely on them (sources of 2018–2025).
< [🌍 Another country] [⬅️ Back] [Menu]

> WHO UK
< United Kingdom
< – exploitation at work: 0345 161 6000 (Fair Work Agency; Mon–Fri 9–17)
< – advice for seasonal workers: 0800 058 1633 (Worker Support Centre, Scotland; free; English, Russian, Ukrainian, Lithuanian; answerphone: leave a message)
<
< You may ask first: must I give my name, is the call recorded, who is told? No answer? Try the next one. Numbers change: check before you rely on them (sources of 2025–2026).

> Are there labour rights in Korea for migrants without papers?
< Did you mean one of these?
< [Can a migrant join a trade union?] [What if I work without a written contract?] [Where can I get a free lawyer?] [🙋 Ask a person] [Menu]

> settings
< Language: English, Latin letters.
< You are in, or going to: South Korea.
< Citizen of: not told.
<
< The countries help me to find the rule that fits you. You need not tell them. What would you like to change or know?
< [🌐 Language · Til · Тил · Забон] [🔤 Latin or Cyrillic letters] [📍 Where I am or am going] [🛂 Whose citizen I am] [🔒 How may you write to me] [👁 What is kept, who reads it] [ℹ️ Who runs this service?] [🙈 Hide this chat] [🗑 Erase my data] [⬅️ Back] [Menu]
