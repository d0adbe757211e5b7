import type { HelpOn } from '../help.ts';

export const goods: HelpOn<'delivery' | 'duties' | 'returns'> = {
  delivery: {
    title: 'Levering en volgen',
    summary: 'Wanneer een pakket wordt verstuurd, waar het is, en wat er gebeurt als het niet komt.',
    act: {
      text: 'Je pakketten volgen',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Van betaling tot je deur',
        text: [
          'Een winkel heeft na je betaling zeven dagen om te versturen. De dagen naast de verzending tellen vanaf dan.',
          'Elke winkel verstuurt zijn eigen pakket. Met twee winkels in je winkelwagen komen er twee pakketten, elk op zijn eigen dag.',
        ],
      },
      {
        heading: 'Waar is mijn pakket',
        text: [
          'Open de bestelling onder [Je bestellingen](/account/orders). Daar zie je elke stap die de vervoerder ons meldt, ook bij de douane, en het nummer waarmee je de vervoerder kunt vragen. Zonder account gebruik je de link in onze e-mail.',
        ],
      },
      {
        heading: 'Als het niet komt',
        text: [
          '- Na zeven dagen niet verzonden: de bestelling eindigt vanzelf en je krijgt alles terug.',
          '- Zoekgeraakt, of teruggestuurd naar de winkel: we betalen je terug zonder dat je erom vraagt.',
          '- Gemeld als bezorgd maar niet daar: bekijk het adres op de bestelling, vraag eerst de buren en de vervoerder, en [schrijf ons](/help/contact) voordat je de bestelling accepteert.',
        ],
      },
    ],
  },
  duties: {
    title: 'Invoerrechten en belastingen',
    summary: 'Wat jouw land kan vragen voor artikelen uit het buitenland, en wie het betaalt.',
    act: {
      text: 'Een bestelling printen als bewijs van de prijs',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Wat er in de prijs zit',
        text: [
          'Het totaal bij het afrekenen is voor de artikelen en hun verzending. Invoerrechten en belastingen zitten er alleen in als ze daar op een eigen regel staan.',
        ],
      },
      {
        heading: 'Wat jouw land kan vragen',
        text: [
          'Voor artikelen die een grens oversteken kunnen rechten en belasting worden gevraagd. Hoeveel hangt af van wat ze zijn, waar ze gemaakt zijn en wat ze kosten. Als de douane iets vraagt, zegt de vervoerder het je voor de bezorging, en betaal je de vervoerder of de douane, nooit ons.',
          'De pagina van een product zegt waar het gemaakt is. De site van je douane noemt de tarieven en het bedrag waaronder niets verschuldigd is.',
        ],
      },
      {
        heading: 'Een pakket dat de douane tegenhoudt',
        text: [
          'De bestelling zegt het dan. De douane wil meestal een bewijs van de prijs: je bestelling kan worden geprint. Antwoord snel op het bericht van de vervoerder, want na enkele weken gaan pakketten terug.',
        ],
      },
    ],
  },
  returns: {
    title: 'Annuleren, retouren en terugbetalingen',
    summary: 'Hoe je een bestelling terugdraait, wat je doet als artikelen niet goed zijn, en wanneer het geld er is.',
    act: {
      text: 'Een bestelling annuleren of een terugbetaling bekijken',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Voordat ze verstuurd is',
        text: [
          'Open de bestelling en kies voor annuleren. Onbetaalde bestellingen eindigen meteen. Voor een betaalde sturen we het hele bedrag terug.',
          'Is het pakket onderweg, dan kan er niet meer geannuleerd worden; weiger het aan de deur of stuur het terug zoals de winkel je zegt.',
        ],
      },
      {
        heading: 'Als artikelen niet goed zijn',
        text: [
          'Kapot, onvolledig of niet zoals beschreven: accepteer de bestelling niet. Maak foto’s, ook van de verpakking, en [schrijf ons](/help/contact) met het nummer van de bestelling binnen 15 dagen na de bezorging. Het geld blijft zolang bij ons.',
        ],
      },
      {
        heading: 'Wanneer is het geld er',
        text: [
          'Een terugbetaling gaat zoals je betaalde: [kaart](/help/card), [Pix](/help/pix) of, na een [boleto](/help/boleto), per overschrijving. De bestelling toont wanneer erom gevraagd is, wanneer de betaaldienst het bevestigde en hoeveel het is.',
        ],
      },
    ],
  },
};
