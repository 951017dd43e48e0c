# Reporting for somebody else by SMS, in Latin letters: no name, one answer changed, then sent. The receipt comes alone.
channel: sms

> LANG ru
< Напишите вопрос или цифру:
< 1 Помощь сейчас
< 2 Проверить работу
< 3 Права на работе
< 4 О торговле людьми
< 5 Задать вопрос
< 6 Телефоны
< 7 Язык, мои данные

> LAT
< Gotovo. Teper pishu latinskimi bukvami. Vernut kirillitsu: CYR.

> сообщить
< Soobschit ob ekspluatatsii, svoey ili chuzhoy. Okolo 15 voprosov, lyuboy mozhno propustit, bez imyon. Operatory prochtut, kogda otpravite; ob opasnosti - srazu. SMS ne tayna.
< 1 Nachat
< 2 U menya est nomer

> 1
< Esli pridyotsya prervatsya: mozhno operatoru uvidet to, chto vy uspeli rasskazat?
< 1 Da
< 2 Net, zabyt

> 2
< Kto-nibud seychas v opasnosti?
< 1 Da, pozvat operatora
< 2 Net
< 3 Propustit

> 2
< O kom rech?
< 1 Obo mne
< 2 O znakomom cheloveke
< 3 O neznakomyh lyudyah, kotoryh ya videl(a)
< 4 Ob agentstve ili obyavlenii
< 5 Propustit

> 3
< Chto proishodit? Mozhno neskolko tsifr (125) ili svoimi slovami.
< 1 Zabrali dokumenty
< 2 Zaperty, uyti ne dayut
< 3 Byut, est rany
< 4 Ugrozhayut
< 5 Bez telefona, pod nadzorom
< 6 Prodali ili peredali drugim
< 7 Dalshe

> 125
< Chto s rabotoy? Mozhno neskolko tsifr (13) ili svoimi slovami.
< 1 Ne platyat ili platyat malo
< 2 Zastavlyayut otrabatyvat dolg
< 3 Ne ta rabota, chto obeschali
< 4 Slishkom dolgo rabotayut, plohoe zhilyo
< 5 Prinuzhdayut k seksu
< 6 Zastavlyayut prosit, obmanyvat, vorovat
< 7 Dalshe

> не платят за сверхурочные
< V kakoy strane?
< 1 Rossiya
< 2 Kazahstan
< 3 Kyrgyzstan
< 4 Tadzhikistan
< 5 Uzbekistan
< 6 Turtsiya
< 7 Koreya
< 8 OAE
< 9 Polsha
< 10 Britaniya
< 11 Propustit

> Россия
< Gde? Napishite gorod, rayon, chto vidno vokrug.
< 1 Propustit

> Химки, швейный цех за рынком
< Skolko lyudey?
< 1 Odin chelovek
< 2 Neskolko (ot 2 do 5)
< 3 Gruppa (ot 6 do 20)
< 4 Bolshe 20
< 5 Propustit

> 3
< Est li deti (do 18 let)?
< 1 Da
< 2 Net
< 3 Propustit

> не знаю
< S kakih por?
< 1 Neskolko dney
< 2 Neskolko nedel ili mesyatsev
< 3 God ili dolshe
< 4 Eto uzhe zakonchilos
< 5 Propustit

> 2
< Kto eto delaet? Napishite, chto znaete: imena, firmu, mashiny, nomera.
< 1 Propustit

> Хозяин Азиз, белая Газель
< Chto eschyo nam nuzhno znat? Napishite, mozhno neskolkimi soobscheniyami.
< 1 Dalshe

> ночью тоже работают
< Sohraneno. Prodolzhayte.
< 1 Dalshe

> 1
< Kto eschyo mozhet znat, chto vy nam rasskazali?
< 1 Nikto
< 2 Te, o kom rech
< 3 Propustit

> 1
< Mozhno peredat eto drugoy organizatsii? Bez vashego "da" nikto etogo ne poluchit, politsiya tozhe.
< 1 Net
< 2 Snachala sprosite menya
< 3 Da

> 1
< S imenem ili bez? Esli s imenem, napishite ego zdes.
< 1 Bez imeni

> 1
< Mozhno operatoru vam napisat?
< 1 Zdes, v lyuboe vremya
< 2 Tolko posle moego soobscheniya
< 3 Pozvonite mne, pozhaluysta
< 4 Net, ne pisat

> 4
< Vy rasskazali:
< Opasnost seychas: Net
< O kom: O neznakomyh lyudyah, kotoryh ya videl(a)
< Chto proishodit: Zabrali dokumenty, Zaperty, uyti ne dayut, Bez telefona,...
< Usloviya: "ne platyat za sverhurochnye"
< Strana: Rossiya
< Otpravit?
< 1 Otpravit
< 2 Ispravit
< 3 Vybrosit
< 4 Pokazat ostalnoe

> 2
< Chto ispravit?
< 1 Opasnost seychas
< 2 O kom
< 3 Chto proishodit
< 4 Usloviya
< 5 Strana
< 6 Mesto
< 7 Lyudey
< 8 Deti
< 9 S kakih por
< 10 Kto
< 11 Eschyo
< 12 Mozhet znat
< 13 Peredat drugim
< 14 Imya
< 15 Otvet

> 7
< Skolko lyudey?
< 1 Odin chelovek
< 2 Neskolko (ot 2 do 5)
< 3 Gruppa (ot 6 do 20)
< 4 Bolshe 20
< 5 Propustit

> 4
< Vy rasskazali:
< Opasnost seychas: Net
< O kom: O neznakomyh lyudyah, kotoryh ya videl(a)
< Chto proishodit: Zabrali dokumenty, Zaperty, uyti ne dayut, Bez telefona,...
< Usloviya: "ne platyat za sverhurochnye"
< Strana: Rossiya
< Otpravit?
< 1 Otpravit
< 2 Ispravit
< 3 Vybrosit
< 4 Pokazat ostalnoe

> 4
< Mesto: "Himki, shveynyy tseh za rynkom"
< Lyudey: Bolshe 20
< S kakih por: Neskolko nedel ili mesyatsev
< Kto: "Hozyain Aziz, belaya Gazel"
< Eschyo: "nochyu tozhe rabotayut"
< Mozhet znat: Nikto
< Peredat drugim: Net
< Imya: Bez imeni
< Otvet: Net, ne pisat
< 1 Otpravit
< 2 Ispravit
< 3 Vybrosit

> 1
< Spasibo. Operatory poluchili: #1001. Dalshe pridyot nomer: s nim s lyubogo telefona mozhno dobavit, sprosit, otozvat. Opasnost dlya zhizni: politsiya 102, skoraya 103.
< 1 Menyu
< Nomer: 6456 7891 0110
group| (topic) #1001 🟡 in doubt · RU · RU
group| (card) #1001 · in doubt
group| Status: calling operators
group| Operator: nobody yet
group| Language: Russian · Country: Russia · By SMS
group| Signs: report, papers taken, cannot leave, cut off, watched, no pay
group| Safe to write: NO – do not write first · Answer: not known
group| [✋ Take] [✅ Close] [🔴 Urgent]
group| 📋 Report
group| Danger now: No
group| About: Strangers I have seen
group| What happens: Papers taken away, Locked in, may not leave, No phone, watched
group| Conditions: «не платят за сверхурочные»
group| Country: Russia
group| Place: «Химки, швейный цех за рынком»
group| People: More than 20
group| Since: For weeks or months
group| Who does it: «Хозяин Азиз, белая Газель»
group| More: «ночью тоже работают»
group| May know: Nobody
group| Passing on: No
group| Name: Without a name
group| Answer: No, do not write
Aigul| 🟡 #1001 күмөндүү
Aigul| Тили: орусча · Өлкө: Россия
Aigul| Белгилер: кабар, документтери алынган, чыгып кете албайт, байланыштан үзүлгөн, аңдууда, айлыгы төлөнбөйт
Aigul| Ушул жерден же топтон алыңыз.
Aigul| [✋ Take · Алуу]
Aigul sms| PANOH! #1001 күмөндүү: орусча, Россия. кабар, документтери алынган, чыгып кете албайт, байланыштан үзүлгөн, аңдууда, айлыгы төлөнбөйт. Алуу үчүн #1001 деп жооп бериңиз
