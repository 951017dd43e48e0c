# A woman in Kyrgyz: the call for help, every question, an operator, the end.
channel: telegram

> /start
< Hello! Здравствуйте! Salom! Салом! Саламатсызбы! Сәлеметсіз бе!
<
< 🌐 English · Русский · O'zbekcha · Тоҷикӣ · Кыргызча · Қазақша
< 🆘 SOS
< [English] [Русский] [O'zbekcha] [Ўзбекча] [Тоҷикӣ] [Кыргызча] [Қазақша]

> [Кыргызча]
< Бул Panoh: чет өлкөдөгү жумуш жана жашоо тууралуу акысыз, текшерилген жооптор, ал эми бирөө коркунучта калса, жардам бере турган адамдар.
<
< Сурооңузга программа жооп берет. Жардам сурап чакырсаңыз, жазганыңызды ишеним телефонунун операторлору окуйт; алар атыңызды көрбөйт, кайрылуунун номерин гана көрөт. Telegram толук жашыруун эмес: телефонуңузду колуна алган адам бул чатты окуй алат. Баарын каалаган убакта өчүрө аласыз.
<
< Сизге кандай жардам керек?
< [🆘 Мага азыр жардам керек] [🔎 Жумуш сунушун текшерүү] [⚖️ Жумуштагы укуктарым] [🚩 Адам сатуу тууралуу кабарлоо] [💬 Суроо берүү] [☎️ Телефон номерлери] [🌐 Тил, жөндөөлөр, маалыматым]

> бизди камап койду, чыгарбай жатат, жардам бергиле
< Сизди угуп жатам. Кайрылууңуздун номери: #1001. Азыр ишеним телефонунун операторун чакырып жатам.
<
< Эгер дал азыр өмүргө коркунуч болсо, чалыңыз: милиция 102, тез жардам 103 (Россия, Казакстан, Кыргызстан, Тажикстан, Өзбекстан).
<
< Сиздин уруксатыңызсыз башка эч кимге чалбайбыз. Телефонуңузду колуна алган адам бул чатты окуй алат. Азыр коопсуз жаза аласызбы?
< [Ооба, жаза алам] [Жок, кооптуу]
group| (topic) #1001 🔴 URGENT · KY
group| (card) #1001 · URGENT
group| Status: calling operators
group| Operator: nobody yet
group| Language: Kyrgyz · Country: not known · By Telegram
group| Signs: cannot leave, cry for help
group| Safe to write: not known · Answer: not known
group| [✋ Take] [✅ Close]
group| 💬 бизди камап койду, чыгарбай жатат, жардам бергиле
Aigul| 🔴 #1001 ШАШЫЛЫШ
Aigul| Тили: кыргызча · Өлкө: белгисиз
Aigul| Белгилер: чыгып кете албайт, жардам сурап жатат
Aigul| Ушул жерден же топтон алыңыз.
Aigul| [✋ Take · Алуу]
Aigul sms| PANOH! #1001 ШАШЫЛЫШ: кыргызча, белгисиз. чыгып кете албайт, жардам сурап жатат. Алуу үчүн #1001 деп жооп бериңиз

> [Ооба, жаза алам]
< Эмне болуп жатат? Туура келгенин басыңыз. Өз сөзүңүз менен жазсаңыз да болот.
< [Жаракат алган же ооруган бар] [Камап коюшту же аңдып турушат] [Бул жерде бала бар] [Андан ары ➡️]
group| (card) #1001 · URGENT
group| Status: calling operators
group| Operator: nobody yet
group| Language: Kyrgyz · Country: not known · By Telegram
group| Signs: cannot leave, cry for help
group| Safe to write: yes · Answer: not known
group| [✋ Take] [✅ Close]
group| ➕ Yes, I can write

> [Камап коюшту]
< Эмне болуп жатат? Туура келгенин басыңыз. Өз сөзүңүз менен жазсаңыз да болот.
< [Жаракат алган же ооруган бар] [Бул жерде бала бар] [Андан ары ➡️]
group| ➕ We are locked in or watched

> [Андан ары]
< Болжол менен кайсы жердесиз? Өлкөнү тандаңыз же шаарды, районду, айланада эмне көрүнүп турганын жазыңыз.
<
< Так даректи айтпасаңыз да болот.
< [Россия] [Казакстан] [Түркия] [Эмираттар (БАЭ)] [Түштүк Корея] [Польша] [Үйдө, Борбор Азияда] [Билбейм же азыр айта албайм]

> Москва, Люблино жакта, подвал
< Сизге кантип жана качан жооп берсек болот? Өз сөзүңүз менен жазсаңыз да болот, мисалы: «саат 22ден кийин».
< [Ушул жерге, каалаган убакта] [Ушул жерге, бирок белгилүү сааттарда гана] [Мен биринчи жазганда гана] [Мага чалыңыз]
group| (card) #1001 · URGENT
group| Status: calling operators
group| Operator: nobody yet
group| Language: Kyrgyz · Country: Russia · By Telegram
group| Signs: cannot leave, cry for help
group| Safe to write: yes · Answer: not known
group| [✋ Take] [✅ Close]
group| 💬 Москва, Люблино жакта, подвал
group| ➕ Russia

> [Ушул жерге]
< Рахмат. Мунун баары операторлордо, кайрылууңуздун номери: #1001.
<
< Дагы айтарыңыз болсо, ушул жерге жазыңыз. Сүрөт, үн билдирүү же турган жериңизди жөнөтсөңүз да болот: баары операторго барат. Өмүргө коркунуч болсо: 112, милиция 102, тез жардам 103.
< [☎️ Телефон номерлери] [🔒 Мага кантип жазса болот] [Меню]
group| (card) #1001 · URGENT
group| Status: calling operators
group| Operator: nobody yet
group| Language: Kyrgyz · Country: Russia · By Telegram
group| Signs: cannot leave, cry for help
group| Safe to write: yes · Answer: here, at any time
group| [✋ Take] [✅ Close]
group| ➕ Here, at any time

Aigul> [Take]
< Ишеним телефонунун оператору келди, жазганыңызды окуп жатат. #1001
group| (card) #1001 · URGENT
group| Status: taken
group| Operator: Aigul
group| Language: Kyrgyz · Country: Russia · By Telegram
group| Signs: cannot leave, cry for help
group| Safe to write: yes · Answer: here, at any time
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute]
group| Aigul has taken #1001. What you write in this topic now goes to the person; notes start with //.
Aigul| Сиз #1001 кайрылуусун алдыңыз. Топтогу темасында жооп бериңиз.

> биз үчөөбүз
group| (card) #1001 · URGENT
group| Status: taken
group| Operator: Aigul
group| Language: Kyrgyz · Country: Russia · By Telegram
group| Signs: cannot leave, cry for help, deceived about the work
group| Safe to write: yes · Answer: here, at any time
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute]
group| 💬 биз үчөөбүз
group| 🔴 #1001: the person calls for help again.
Aigul| 🔴 #1001 ШАШЫЛЫШ
Aigul| Тили: кыргызча · Өлкө: Россия
Aigul| Белгилер: чыгып кете албайт, жардам сурап жатат, жумуш боюнча алданган
Aigul| Ушул жерден же топтон алыңыз.
Aigul| [✋ Take · Алуу]
Aigul sms| PANOH! #1001 ШАШЫЛЫШ: кыргызча, Россия. чыгып кете албайт, жардам сурап жатат, жумуш боюнча алданган. Алуу үчүн #1001 деп жооп бериңиз

Aigul> Мен Айгүлмүн, сизди угуп жатам
< Оператор: Мен Айгүлмүн, сизди угуп жатам
group| (card) #1001 · URGENT
group| Status: waiting for the person
group| Operator: Aigul
group| Language: Kyrgyz · Country: Russia · By Telegram
group| Signs: cannot leave, cry for help, deceived about the work
group| Safe to write: yes · Answer: here, at any time
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute]

Aigul> // she sounds very young
group| 📝 Note kept; it was not sent to the person.

> (photo)
group| (card) #1001 · URGENT
group| Status: taken
group| Operator: Aigul
group| Language: Kyrgyz · Country: Russia · By Telegram
group| Signs: cannot leave, cry for help, deceived about the work
group| Safe to write: yes · Answer: here, at any time
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute]
group| (photo)

> (location)
group| 📍 The person sent a location. Reveal shows it to you alone.

Aigul> /reveal ambulance needs the address
group| 👁 Aigul opened the identity in #1001. Reason: ambulance needs the address
Aigul| #1001
Aigul| Аты: Dilfuza
Aigul| Дареги: 812300500
Aigul| Жөнөткөн жерлери жана контакттары:
Aigul| 55.751244, 37.618423

Aigul> /close safe with her sister
< Оператор кайрылууңузду жапты: #1001. Дагы жардам керек болсо, каалаган убакта SOS деп жазыңыз.
group| (card) #1001 · URGENT
group| Status: closed
group| Operator: Aigul
group| Language: Kyrgyz · Country: Russia · By Telegram
group| Signs: cannot leave, cry for help, deceived about the work
group| Safe to write: yes · Answer: here, at any time
group| [🔁 Reopen]
group| Aigul has closed #1001.
