import type { HelpOn } from '../help.ts';

export const goods: HelpOn<'delivery' | 'duties' | 'returns'> = {
  delivery: {
    title: 'Dostawa i śledzenie',
    summary: 'Kiedy paczka jest wysyłana, gdzie się znajduje i co robić, gdy nie dociera.',
    act: {
      text: 'Śledź swoje paczki',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Od zapłaty do Twoich drzwi',
        text: [
          'Po zapłacie sklep ma siedem dni na wysłanie. Dni podane przy dostawie liczą się od wysłania.',
          'Każdy sklep wysyła własną paczkę. Przy dwóch sklepach w koszyku przyjdą dwie paczki, każda w swoim terminie.',
        ],
      },
      {
        heading: 'Gdzie jest moja paczka',
        text: [
          'Otwórz zamówienie w [Twoich zamówieniach](/account/orders). Oś czasu pokazuje każdy krok zgłoszony przez przewoźnika, także odprawę celną, oraz numer, z którym można pytać przewoźnika. Bez konta użyj linku z naszego e-maila.',
        ],
      },
      {
        heading: 'Gdy paczka nie dociera',
        text: [
          '- Nie wysłano w ciągu siedmiu dni: zamówienie kończy się samo i dostajesz całość z powrotem.',
          '- Zaginęła albo wróciła do sklepu: zwracamy pieniądze bez proszenia.',
          '- Oznaczona jako dostarczona, ale jej nie ma: sprawdź adres na zamówieniu, zapytaj najpierw sąsiadów i przewoźnika, a potem [napisz do nas](/help/contact), zanim potwierdzisz odbiór.',
        ],
      },
    ],
  },
  duties: {
    title: 'Cło i podatki importowe',
    summary: 'Czego Twój kraj może żądać za towar z zagranicy i kto to płaci.',
    act: {
      text: 'Wydrukuj zamówienie jako dowód ceny',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Co jest w cenie',
        text: [
          'Kwota przy kasie obejmuje towar i jego dostawę. Cło i podatki importowe są w niej tylko wtedy, gdy stoją tam w osobnej pozycji.',
        ],
      },
      {
        heading: 'Czego może żądać Twój kraj',
        text: [
          'Towary przekraczające granicę mogą podlegać cłu i podatkowi. Ile to będzie, zależy od tego, czym są, gdzie powstały i ile kosztują. Gdy urząd celny czegoś zażąda, przewoźnik powie o tym przed doręczeniem, a płacisz przewoźnikowi lub urzędowi, nigdy nam.',
          'Strona produktu podaje kraj pochodzenia. Strona Twojego urzędu celnego podaje stawki i kwotę, poniżej której niczego się nie płaci.',
        ],
      },
      {
        heading: 'Paczka zatrzymana w urzędzie celnym',
        text: [
          'Mówi o tym oś czasu zamówienia. Celnicy chcą zwykle dowodu ceny: zamówienie można wydrukować. Szybko odpowiedz na wiadomość przewoźnika, bo po kilku tygodniach paczki wracają.',
        ],
      },
    ],
  },
  returns: {
    title: 'Anulowanie, zwroty i zwroty pieniędzy',
    summary: 'Jak wycofać zamówienie, co robić, gdy towar jest niewłaściwy, i kiedy wrócą pieniądze.',
    act: {
      text: 'Anuluj zamówienie albo sprawdź zwrot pieniędzy',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Przed wysłaniem',
        text: [
          'Otwórz zamówienie i wybierz anulowanie. Nieopłacone kończy się od razu. Za opłacone odsyłamy całą kwotę.',
          'Gdy paczka jest już w drodze, nie można jej anulować; odmów przyjęcia przy drzwiach albo odeślij ją tak, jak powie sklep.',
        ],
      },
      {
        heading: 'Gdy towar jest niewłaściwy',
        text: [
          'Zepsuty, niekompletny lub niezgodny z opisem: nie potwierdzaj odbioru. Zrób zdjęcia, także opakowania, i [napisz do nas](/help/contact) z numerem zamówienia w ciągu 15 dni od dostawy. Pieniądze zostają w tym czasie u nas.',
        ],
      },
      {
        heading: 'Kiedy wrócą pieniądze',
        text: [
          'Pieniądze wracają tą samą drogą: [kartą](/help/card), [Pix](/help/pix) albo, po [boleto](/help/boleto), przelewem. Zamówienie pokazuje, kiedy złożono prośbę, kiedy operator ją potwierdził i ile wynosi zwrot.',
        ],
      },
    ],
  },
};
