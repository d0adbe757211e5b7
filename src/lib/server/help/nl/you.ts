import type { HelpOn } from '../help.ts';

export const you: HelpOn<'safety' | 'account' | 'contact'> = {
  safety: {
    title: 'Hoe je beschermd bent',
    summary: 'Wij bewaren je betaling tot je de artikelen hebt, en weten wie de winkels zijn.',
    act: {
      text: 'Je account beveiligen',
      href: '/account/security',
    },
    parts: [
      {
        heading: 'Je geld wacht bij ons',
        text: [
          'De winkel wordt betaald als je de levering accepteert. Zeg je niets, dan geldt de bestelling als geaccepteerd 15 dagen nadat de vervoerder haar bezorgde, of 60 dagen na het versturen als niemand ons een bezorging meldde. Tot dan kan het geld nog naar jou terug.',
        ],
      },
      {
        heading: 'Wie verkoopt',
        text: [
          'Elke winkel bewijst ons wie erachter zit voordat hij mag verkopen, en elke advertentie wordt bekeken voordat ze wordt getoond. De pagina van de winkel zegt of het een bedrijf of een particulier is.',
        ],
      },
      {
        heading: 'Hoe je veilig blijft',
        text: [
          '- Betaal alleen via onze afrekenpagina. Een winkel die om een overschrijving of een andere site vraagt, wil deze bescherming verlaten: [zeg het ons](/help/contact).',
          '- We vragen nooit om je wachtwoord, een kaartnummer of een code van je bank, per e-mail noch per telefoon.',
          '- Gebruik een eigen wachtwoord voor deze marktplaats en zet de tweede stap aan onder [Inloggen en apparaten](/account/security).',
        ],
      },
    ],
  },
  account: {
    title: 'Je account',
    summary: 'Waar een account voor is, hoe je er weer in komt, en hoe je je gegevens meeneemt of verwijdert.',
    act: {
      text: 'Naar je account',
      href: '/account',
    },
    parts: [
      {
        heading: 'Heb ik er een nodig',
        text: [
          'Nee. Je kunt met alleen een e-mailadres bestellen en de bestelling volgen via de link in onze e-mail. Met een account bewaar je adressen, zie je alle bestellingen op één plek en hoef je niets twee keer te typen. [Open er een](/sign-up) met hetzelfde adres, en eerdere bestellingen vind je via hun links.',
        ],
      },
      {
        heading: 'Weer binnenkomen',
        text: [
          'Weet je het wachtwoord niet meer, [vraag dan een nieuw](/forgot-password). De link in de e-mail werkt één keer en korte tijd. Geen e-mail: kijk bij de ongewenste e-mail, en controleer het adres.',
        ],
      },
      {
        heading: 'Inloggen zonder wachtwoord',
        text: [
          'Met een [passkey](/account/passkeys) opent je vinger, je gezicht of de code van je telefoon het account. Je browser biedt hem aan in het veld voor het e-mailadres. Het wachtwoord blijft, voor apparaten zonder.',
          'Een [tweede stap](/account/second-step) vraagt na het wachtwoord om een code van je telefoon. Bewaar de herstelcodes: elke code opent het account één keer als de telefoon weg is.',
        ],
      },
      {
        heading: 'Taal, land en valuta',
        text: [
          'Kies ze onder [Levering, taal en valuta](/preferences). Prijzen worden voortaan in die valuta getoond.',
        ],
      },
      {
        heading: 'Je gegevens',
        text: [
          'In [Je account](/account) zie je wat we over je weten, en wat je kunt wijzigen, meenemen of verwijderen.',
          'In [Je gegevens](/account/data) zeg je of we bewaren wat je bekijkt, haal je een kopie van alles wat we over je hebben, of verwijder je het account. Bij verwijderen heb je zeven dagen om je te bedenken.',
        ],
      },
    ],
  },
  contact: {
    title: 'Schrijf ons',
    summary: 'Wie je wat vraagt, en wat je bij de hand houdt.',
    act: {
      text: 'Je bestellingen bekijken',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Over een bestelling',
        text: [
          'Antwoord op een e-mail die we je erover stuurden: mensen lezen het. Laat het nummer van de bestelling in het onderwerp staan. Zeg wat er gebeurde, sinds wanneer, en wat je graag wilt; voeg foto’s toe als er iets kapot is.',
          'Waar een pakket is, wanneer er betaald moet worden en wat je daarna kunt doen, staat bij de bestelling zelf, onder [Je bestellingen](/account/orders).',
        ],
      },
      {
        heading: 'Over een product',
        text: [
          'De winkel kent zijn artikelen het best. Vraag het op de pagina van het product: de winkel antwoordt daar, en jij krijgt dan een e-mail.',
        ],
      },
      {
        heading: 'Als er op een pagina iets misging',
        text: [
          'Geef ons het nummer dat de pagina toonde, wat je ervoor deed, en ongeveer wanneer. Met het nummer vinden we het.',
        ],
      },
    ],
  },
};
