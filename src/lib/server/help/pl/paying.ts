import type { HelpOn } from '../help.ts';

export const paying: HelpOn<'paying' | 'boleto' | 'pix' | 'card'> = {
  paying: {
    title: 'Jak działa płacenie',
    summary: 'Ile płacisz, kiedy i gdzie są pieniądze, zanim towar będzie u Ciebie.',
    act: {
      text: 'Zobacz zamówienia i co jest opłacone',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Jedna kwota, przed zapłatą',
        text: [
          'Przy kasie widzisz towar, dostawę każdej paczki i sumę w swojej walucie. Gdy sklep ma ceny w innej walucie, obok sumy stoi kurs, który nie zmieni się podczas płacenia.',
          'Płacisz raz, także gdy w koszyku są rzeczy z kilku sklepów. Każdy sklep dostaje wtedy własne zamówienie, które można osobno śledzić, anulować i odebrać.',
        ],
      },
      {
        heading: 'Sposoby płatności',
        text: [
          'To, jakie są sposoby, zależy od kraju. Kasa pokazuje tylko te, które u Ciebie działają, i mówi, co będzie dalej.',
          '- [Karta](/help/card): karty kredytowe, w większości krajów. W Brazylii także w ratach.',
          '- [Pix](/help/pix): Brazylia, w kilka sekund.',
          '- [Boleto](/help/boleto): Brazylia, w dowolnym banku lub w aplikacji bankowej.',
        ],
      },
      {
        heading: 'Przechowujemy pieniądze',
        text: [
          'Zapłata nie trafia do sklepu od razu. Przechowujemy ją, dopóki nie potwierdzisz, że towar dotarł, albo dopóki nie minie czas na potwierdzenie. Zobacz, [jak Cię chronimy](/help/safety).',
        ],
      },
      {
        heading: 'Gdy płatność się nie powiedzie',
        text: [
          'Zamówienie pozostaje bez zmian, dopóki nie minie czas na zapłatę, a towar jest dla Ciebie zarezerwowany. Otwórz je w [Twoich zamówieniach](/account/orders) albo linkiem z naszego e-maila i zapłać w inny sposób.',
        ],
      },
    ],
  },
  boleto: {
    title: 'Płatność boleto',
    summary: 'Otrzymujesz blankiet z kodem kreskowym i opłacasz go w dowolnym banku w Brazylii w ciągu trzech dni.',
    act: {
      text: 'Znajdź blankiet w zamówieniach',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Jak to przebiega',
        text: [
          '- Wybierz boleto przy kasie i wpisz CPF lub CNPJ płatnika, którego wymaga prawo.',
          '- Otrzymasz blankiet: skopiuj wiersz do przepisania do aplikacji bankowej albo wydrukuj i zapłać w banku lub kolekturze.',
          '- Banki powiadamiają nas o płatności następnego dnia roboczego lub dzień później. Wtedy sklep dowiaduje się, że ma wysłać.',
        ],
      },
      {
        heading: 'Ile masz czasu',
        text: [
          'Blankiet jest płatny trzy dni po zamówieniu, a towar jest do tego czasu zarezerwowany. Możesz zamknąć stronę: blankiet czeka w zamówieniu i w naszym e-mailu.',
          'Jeśli nic nie przyjdzie na czas, zamówienie wygasa i nie musisz nic płacić. Spóźniona zapłata liczy się, jeśli towar jeszcze jest; jeśli nie, odzyskasz całą kwotę.',
        ],
      },
      {
        heading: 'Zwrot pieniędzy',
        text: ['Boleto nie można cofnąć, dlatego pieniądze wracają przelewem na konto płatnika.'],
      },
    ],
  },
  pix: {
    title: 'Płatność Pix',
    summary: 'Zeskanuj kod QR albo skopiuj kod do aplikacji bankowej; zapłata trwa kilka sekund, o każdej porze.',
    act: {
      text: 'Otwórz zamówienie, aby zapłacić',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Jak to przebiega',
        text: [
          '- Wybierz Pix przy kasie. Zobaczysz kod QR i to samo jako tekst do skopiowania.',
          '- Otwórz aplikację bankową, wybierz Pix, zeskanuj kod lub wklej tekst, sprawdź kwotę i potwierdź.',
          '- Ta strona sama zauważa płatność, zwykle po kilku sekundach.',
        ],
      },
      {
        heading: 'Ile masz czasu',
        text: [
          'Kod jest ważny 30 minut. Gdy wygaśnie, wygasa też zamówienie i nie musisz nic płacić; zamów ponownie, aby dostać nowy kod.',
        ],
      },
      {
        heading: 'Zwrot pieniędzy',
        text: ['Pieniądze wracają przez Pix na konto, z którego zapłacono, do 90 dni po płatności.'],
      },
    ],
  },
  card: {
    title: 'Płatność kartą',
    summary: 'Numer karty wpisujesz na stronie operatora płatności; nigdy do nas nie trafia.',
    act: {
      text: 'Otwórz zamówienie i zapłać inaczej',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Jak to przebiega',
        text: [
          '- Wybierz kartę przy kasie. Przejdziesz na stronę operatora płatności, gdzie wpisujesz dane karty.',
          '- Bank może poprosić o potwierdzenie w aplikacji lub kodem. To 3-D Secure, które Cię chroni.',
          '- Wracasz do swojego zamówienia. Jeśli połączenie po drodze się zerwie, nic nie jest płacone dwa razy: pytamy operatora, co się stało.',
        ],
      },
      {
        heading: 'Gdy karta zostanie odrzucona',
        text: [
          'Wiemy tylko tyle, że bank odmówił. Sprawdź numer, datę i limit, zapytaj bank albo w ciągu 30 minut zapłać w inny sposób z tego samego zamówienia.',
        ],
      },
      {
        heading: 'Raty',
        text: ['W Brazylii kartą można płacić nawet w 12 ratach. Kasa podaje, ile wynosi każda.'],
      },
      {
        heading: 'Zwrot pieniędzy',
        text: [
          'Pieniądze wracają na tę samą kartę, do 180 dni po płatności. Banki pokazują je po kilku dniach; zamówienie podaje, kiedy je wysłaliśmy.',
        ],
      },
    ],
  },
};
