# Questions, in four spellings, and one that has no answer.
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

> my boss took my passport
< Keeping a worker's passport is a warning sign of forced labour, says the ILO. In the UAE an employer may not keep it.
< – If it is safe, ask for it back in writing. Keep the message. If you are afraid, do not argue.
< – Note who took it and when. Send a copy to someone you trust.
< – Tell your consulate today: it can give a paper to go home (check before you rely on it).
< Not free to leave? Write SOS. We do not call the police without your consent.
< UAE 80084. Korea 1577-0071. Turkey 157 (may tell the police). Tajik office, Moscow +7 495 967-98-44 (may not answer).
< [🆘 I need help now] [🌍 For my country] [What if they lock me in and won't let me go?] [How do I contact my embassy or consulate?] [What if my passport is lost or stolen abroad?] [🙋 Ask a person] [Menu] [👍] [👎]

> pasportimni olib qo'ydi
< Keeping a worker's passport is a warning sign of forced labour, says the ILO. In the UAE an employer may not keep it.
< – If it is safe, ask for it back in writing. Keep the message. If you are afraid, do not argue.
< – Note who took it and when. Send a copy to someone you trust.
< – Tell your consulate today: it can give a paper to go home (check before you rely on it).
< Not free to leave? Write SOS. We do not call the police without your consent.
< UAE 80084. Korea 1577-0071. Turkey 157 (may tell the police). Tajik office, Moscow +7 495 967-98-44 (may not answer).
< [🆘 I need help now] [🌍 For my country] [What if they lock me in and won't let me go?] [How do I contact my embassy or consulate?] [What if my passport is lost or stolen abroad?] [🙋 Ask a person] [Menu] [👍] [👎]

> у меня забрали паспорт, это законно?
< Keeping a worker's passport is a warning sign of forced labour, says the ILO. In the UAE an employer may not keep it.
< – If it is safe, ask for it back in writing. Keep the message. If you are afraid, do not argue.
< – Note who took it and when. Send a copy to someone you trust.
< – Tell your consulate today: it can give a paper to go home (check before you rely on it).
< Not free to leave? Write SOS. We do not call the police without your consent.
< UAE 80084. Korea 1577-0071. Turkey 157 (may tell the police). Tajik office, Moscow +7 495 967-98-44 (may not answer).
< [🆘 I need help now] [🌍 For my country] [What if they lock me in and won't let me go?] [How do I contact my embassy or consulate?] [What if my passport is lost or stolen abroad?] [🙋 Ask a person] [Menu] [👍] [👎]

> how do I bake bread
< I have no checked answer to that. Try other words, choose from the menu, or ask for a person.
< [🙋 Ask a person] [Menu]

> [Menu]
< What do you need? You can also just write your question.
< [🆘 I need help now] [🔎 Check a job offer] [⚖️ My rights at work] [🚩 Report exploitation] [💬 Ask a question] [☎️ Phone numbers] [🌐 Language, settings, my data]

> [Phone numbers]
< Danger to life: police 102, ambulance 103 in Russia, Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan.
<
< In which country are you?
< [Russia] [Kazakhstan] [Kyrgyzstan] [Tajikistan] [Uzbekistan] [Turkey] [South Korea] [Emirates (UAE)] [Poland] [United Kingdom] [⬅️ Back] [Menu]

> [Turkey]
< Turkey
< – foreigners and trafficking: 157 (YIMER; day and night; Turkish, English, Arabic, Persian, Russian; emergency: press 1; in an emergency it finds where you are and tells the police)
< – complaints about work: 170 (ALO 170; work without a permit can bring a fine or removal)
<
< You may ask first: must I give my name, is the call recorded, who is told? No answer? Try the next one. Numbers change: check before you rely on them (sources of 2021–2025).
< [🌍 Another country] [⬅️ Back] [Menu]
