import type { HelpOn } from '../help.ts';

export const paying: HelpOn<'paying' | 'boleto' | 'pix' | 'card'> = {
  paying: {
    title: 'Hoe betalen werkt',
    summary: 'Wat je betaalt, wanneer, en waar het geld is tot je de artikelen hebt.',
    act: {
      text: 'Je bestellingen bekijken en wat betaald is',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Eén totaal, voordat je betaalt',
        text: [
          'Bij het afrekenen zie je de artikelen, de verzending van elk pakket en het totaal in je eigen valuta. Heeft een winkel prijzen in een andere valuta, dan staat de koers naast het totaal en blijft hij vast terwijl je betaalt.',
          'Je betaalt één keer, ook als je winkelwagen artikelen van meerdere winkels bevat. Elke winkel krijgt dan een eigen bestelling, die je los van de andere kunt volgen, annuleren of accepteren.',
        ],
      },
      {
        heading: 'Betaalwijzen',
        text: [
          'Welke er zijn, hangt af van je land. Bij het afrekenen zie je alleen wat voor jou werkt, met wat er daarna gebeurt.',
          '- [Kaart](/help/card): creditcards, in de meeste landen. In Brazilië ook in termijnen.',
          '- [Pix](/help/pix): Brazilië, in seconden.',
          '- [Boleto](/help/boleto): Brazilië, bij elke bank of in de app van je bank.',
        ],
      },
      {
        heading: 'Wij bewaren het geld',
        text: [
          'Je betaling gaat niet meteen naar de winkel. Wij bewaren haar tot je zegt dat de artikelen er zijn, of tot de tijd daarvoor om is. Zie [hoe je beschermd bent](/help/safety).',
        ],
      },
      {
        heading: 'Als een betaling niet lukt',
        text: [
          'Je bestelling blijft zoals ze is tot de betaaltijd om is, en de artikelen blijven voor je gereserveerd. Open haar onder [Je bestellingen](/account/orders), of via de link in onze e-mail, en betaal anders.',
        ],
      },
    ],
  },
  boleto: {
    title: 'Betalen met boleto',
    summary: 'Je krijgt een strook met een streepjescode en betaalt die binnen drie dagen bij een bank in Brazilië.',
    act: {
      text: 'De boleto vinden in je bestellingen',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Hoe het gaat',
        text: [
          '- Kies boleto bij het afrekenen en typ de CPF of CNPJ van de betaler, waar de wet om vraagt.',
          '- Je krijgt de boleto: kopieer de cijferreeks in de app van je bank, of print hem en betaal bij een bank of loterijkantoor.',
          '- Banken melden ons de betaling op de volgende werkdag of die daarna. Dan vragen we de winkel te versturen.',
        ],
      },
      {
        heading: 'Hoeveel tijd je hebt',
        text: [
          'De boleto vervalt drie dagen nadat je bestelt, en tot dan zijn de artikelen gereserveerd. Je kunt de pagina sluiten: de boleto wacht in je bestelling en in onze e-mail.',
          'Komt er niets op tijd, dan vervalt de bestelling en ben je niets verschuldigd. Een te laat betaalde boleto telt als de artikelen er nog zijn; zo niet, dan krijg je het hele bedrag terug.',
        ],
      },
      {
        heading: 'Geld terug',
        text: [
          'Een boleto kan niet worden teruggedraaid, dus een terugbetaling komt als overschrijving naar de rekening van de betaler.',
        ],
      },
    ],
  },
  pix: {
    title: 'Betalen met Pix',
    summary: 'Scan een QR-code of kopieer een code in de app van je bank; het is in seconden betaald, op elk uur.',
    act: {
      text: 'Je bestelling openen om te betalen',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Hoe het gaat',
        text: [
          '- Kies Pix bij het afrekenen. Je ziet een QR-code, en hetzelfde als tekst om te kopiëren.',
          '- Open de app van je bank, kies Pix, scan de code of plak de tekst, controleer het bedrag en bevestig.',
          '- Deze pagina merkt de betaling vanzelf op, meestal binnen enkele seconden.',
        ],
      },
      {
        heading: 'Hoeveel tijd je hebt',
        text: [
          'De code geldt 30 minuten. Is hij verlopen, dan vervalt de bestelling en ben je niets verschuldigd; bestel opnieuw voor een nieuwe code.',
        ],
      },
      {
        heading: 'Geld terug',
        text: ['Terugbetalingen komen via Pix terug op de rekening die betaalde, tot 90 dagen na de betaling.'],
      },
    ],
  },
  card: {
    title: 'Betalen met kaart',
    summary: 'Je typt het kaartnummer op de pagina van de betaaldienst; het bereikt ons nooit.',
    act: {
      text: 'Je bestelling openen en anders betalen',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Hoe het gaat',
        text: [
          '- Kies kaart bij het afrekenen. Je komt op de pagina van de betaaldienst, waar je de gegevens van de kaart typt.',
          '- Je bank vraagt je misschien te bevestigen in haar app of met een code. Dat is 3-D Secure en beschermt je.',
          '- Je komt terug bij je bestelling. Valt je verbinding onderweg weg, dan wordt er niets twee keer betaald: we vragen de betaaldienst wat ervan geworden is.',
        ],
      },
      {
        heading: 'Als de kaart geweigerd wordt',
        text: [
          'Wij horen alleen dat de bank nee zei. Controleer het nummer, de datum en de limiet, vraag je bank, of betaal binnen 30 minuten anders vanuit dezelfde bestelling.',
        ],
      },
      {
        heading: 'Termijnen',
        text: [
          'In Brazilië kan met een kaart in hoogstens 12 termijnen worden betaald. Bij het afrekenen zie je wat elke termijn kost.',
        ],
      },
      {
        heading: 'Geld terug',
        text: [
          'Terugbetalingen gaan naar dezelfde kaart, tot 180 dagen na de betaling. Banken hebben enkele dagen nodig om ze te tonen; de bestelling zegt wanneer wij het stuurden.',
        ],
      },
    ],
  },
};
