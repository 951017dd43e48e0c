# LAT holds, whatever is written afterwards.
channel: sms

> LAT
< Dayar. Emi latyn tamgalary menen jazam. Kirillitsaga kaytuu üchün CYR dep jazyñyz.

> салам
< Panoh. SOS
< 1 English
< 2 Russkiy
< 3 O'zbekcha
< 4 O'zbekcha (kirill)
< 5 Tojiki
< 6 Kyrgyzcha
< 7 Qazaqsha

> LANG ky
< Surooñuzdu jazyñyz je:
< 1 Azyr jardam
< 2 Jumush sunushun teksherüü
< 3 Jumushtagy ukuk
< 4 Adam satuu tuuraluu
< 5 Suroo berüü
< 6 Telefondor
< 7 Til, maalymatym

> паспортумду алып койду
< Pasporttu alyp koyuu - majburlap ishtetüünün belgisi. Koopsuz bolso, kaytaryp berüüsün jazyp surañyz. Kim, kachan alganyn jazyñyz. Konsuldukka aytyñyz, kaytuu kübölügün surañyz. BAE 80084, Koreya 1577-0071. Koyo berbese, SOS dep jazyñyz. Makulduguñuzsuz militsiya chakyrbaybyz.
< 1 Maga azyr jardam kerek
< 2 Adamdan suroo
