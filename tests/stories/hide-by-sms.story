# By SMS nothing can be deleted: said once, before. Then the phone shows an ordinary service.
channel: sms

> LANG ky
< Сурооңузду жазыңыз же:
< 1 Азыр жардам
< 2 Жумуш сунушун текшерүү
< 3 Жумуштагы укук
< 4 Адам сатуу тууралуу
< 5 Суроо берүү
< 6 Телефондор
< 7 Тил, маалыматым

> LAT
< Dayar. Emi latyn tamgalary menen jazam. Kirillitsaga kaytuu üchün CYR dep jazyñyz.

> SOS
< #1001: azyr operatordu chakyryp jatam. Ömürgö korkunuch bolso: militsiya 102, tez jardam 103. Telefonuñuzdu bashkalar okushu mümkün. Koopsuz jaza alasyzby?
< 1 Ooba, jaza alam
< 2 Jok, kooptuu
group| (topic) #1001 🔴 URGENT · KY · KG
group| (card) #1001 · URGENT
group| Status: calling operators
group| Operator: nobody yet
group| Language: Kyrgyz · Country: Kyrgyzstan · By SMS
group| Signs: cry for help
group| Safe to write: not known · Answer: not known
group| [✋ Take] [✅ Close]
group| 💬 SOS
Aigul| 🔴 #1001 ШАШЫЛЫШ
Aigul| Тили: кыргызча · Өлкө: Кыргызстан
Aigul| Белгилер: жардам сурап жатат
Aigul| Ушул жерден же топтон алыңыз.
Aigul| [✋ Take · Алуу]
Aigul sms| PANOH! #1001 ШАШЫЛЫШ: кыргызча, Кыргызстан. жардам сурап жатат. Алуу үчүн #1001 деп жооп бериңиз

> HIDE
< SMSti öchürö albaym: özüñüz öchürüñüz, munu da. Anan sözüñüzdü jazganga cheyin jönököy maalymat kyzmatyndaymyn. Shashylsañyz dagy HIDE, anda "plov" kaytarat. Jashyrayynby?
< 1 Ooba, jashyryñyz
< 2 Öz sözümdü tandoo
< 3 Jok

> 1
< Sizdi kaytara turgan sözdü jazyñyz, misaly "plov". Estep kalyñyz. Anan daroo jashyrynam.
< 1 Jok, jashyrbañyz

> виза
< Bashka söz alyñyz, keminde 3 tamga, bul jerde maanisi bolbosun, misaly "plov".

> палоо
< Chet ölködö jumush, jashoo tuuraluu maalymat. Söz je suroo, misaly: viza, aylyk. Je:
< 1 Paydaluu nomerler
< 2 LANG, til
< 3 Maalymatymdy öchürüü
group| ➕ The person has hidden the chat: nothing is shown to them until they come back. Somebody else may be holding the phone.

Aigul> Кандай абалдасыз?
group| (card) #1001 · URGENT
group| Status: taken
group| Operator: Aigul
group| Language: Kyrgyz · Country: Kyrgyzstan · By SMS
group| Signs: cry for help
group| Safe to write: not known · Answer: not known
group| [✅ Close] [👁 Reveal] [↪ Handover] [📖 Faq] [📝 Note] [🔇 Mute]
group| Aigul has taken #1001. What you write in this topic now goes to the person; notes start with //.
group| ⏸ The person has hidden the chat: nothing is shown until they come back. This waits for them.
Aigul| Сиз #1001 кайрылуусун алдыңыз. Топтогу темасында жооп бериңиз.

> SOS
< Surooñuz jetkirilip jatat. Dagy jazyñyz, bir söz jetet. Paydaluu nomerler: militsiya 102, tez jardam 103.
group| 💬 SOS
group| 🔴 #1001: the person calls for help again.
Aigul| 🔴 #1001 ШАШЫЛЫШ
Aigul| Тили: кыргызча · Өлкө: Кыргызстан
Aigul| Белгилер: жардам сурап жатат
Aigul| Ушул жерден же топтон алыңыз.
Aigul| [✋ Take · Алуу]
Aigul sms| PANOH! #1001 ШАШЫЛЫШ: кыргызча, Кыргызстан. жардам сурап жатат. Алуу үчүн #1001 деп жооп бериңиз

> 0
< Chet ölködö jumush, jashoo tuuraluu maalymat. Söz je suroo, misaly: viza, aylyk. Je:
< 1 Paydaluu nomerler
< 2 LANG, til
< 3 Maalymatymdy öchürüü

> WHO RU
< Rossiya: ar kanday korkunuchta 112, militsiya 102 (dokument surashy mümkün), tez jardam 103, Tajikstan ökülchülügü, Moskva +7 495 967-98-44 (9-18 Moskva ubaktysy; joop berbeshi mümkün), +7 999 912-58-68 (WhatsApp). Akysyz, künü-tünü: 112, 102, 103. Joop jokpu? Kiyinkisine. Nomerler özgöröt.

> палоо
< Kaytyp keldiñiz. HIDE kayra jashyrat.
< Ishenim telefonunun operatoru keldi, jazganyñyzdy okup jatat. #1001
< Operator: Kanday abaldasyz?
< #1001 achyk. Jazganyñyz operatorlorgo barat.
group| ➕ The person is back; what you wrote is now shown to them.
