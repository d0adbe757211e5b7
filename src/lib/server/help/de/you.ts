import type { HelpOn } from '../help.ts';

export const you: HelpOn<'safety' | 'account' | 'contact'> = {
  safety: {
    title: 'Wie Sie geschützt sind',
    summary: 'Wir verwahren Ihre Zahlung, bis Sie die Ware haben, und wissen, wer die Shops sind.',
    act: {
      text: 'Konto absichern',
      href: '/account/security',
    },
    parts: [
      {
        heading: 'Ihr Geld wartet bei uns',
        text: [
          'Der Shop wird bezahlt, wenn Sie die Lieferung annehmen. Wenn Sie nichts sagen, gilt die Bestellung 15 Tage nach der Zustellung durch den Versanddienst als angenommen, oder 60 Tage nach dem Verschicken, wenn uns niemand eine Zustellung gemeldet hat. Bis dahin kann das Geld noch an Sie zurückgehen.',
        ],
      },
      {
        heading: 'Wer verkauft',
        text: [
          'Jeder Shop weist uns nach, wer hinter ihm steht, bevor er verkaufen darf, und jedes Angebot wird geprüft, bevor es gezeigt wird. Die Seite des Shops sagt, ob es eine Firma oder eine Privatperson ist.',
        ],
      },
      {
        heading: 'Wie Sie sicher bleiben',
        text: [
          '- Bezahlen Sie nur an unserer Kasse. Ein Shop, der eine Überweisung oder eine andere Website verlangt, will diesen Schutz verlassen: [Sagen Sie es uns](/help/contact).',
          '- Wir fragen nie nach Ihrem Passwort, einer Kartennummer oder einem Code Ihrer Bank, weder per E-Mail noch am Telefon.',
          '- Verwenden Sie für diesen Marktplatz ein eigenes Passwort und schalten Sie unter [Anmeldung und Geräte](/account/security) den zweiten Schritt ein.',
        ],
      },
    ],
  },
  account: {
    title: 'Ihr Konto',
    summary: 'Wofür ein Konto gut ist, wie Sie wieder hineinkommen und wie Sie Ihre Daten mitnehmen oder löschen.',
    act: {
      text: 'Zu Ihrem Konto',
      href: '/account',
    },
    parts: [
      {
        heading: 'Brauche ich eines',
        text: [
          'Nein. Sie können nur mit einer E-Mail-Adresse bestellen und die Bestellung über den Link in unserer E-Mail verfolgen. Mit einem Konto speichern Sie Adressen, sehen alle Bestellungen an einem Ort und müssen nichts zweimal eingeben. [Legen Sie eines an](/sign-up), mit derselben Adresse, und frühere Bestellungen finden Sie über ihre Links.',
        ],
      },
      {
        heading: 'Wieder hineinkommen',
        text: [
          'Wenn Sie das Passwort nicht mehr wissen, [fordern Sie ein neues an](/forgot-password). Der Link in der E-Mail funktioniert einmal und kurze Zeit. Keine E-Mail: Sehen Sie im Spam-Ordner nach und prüfen Sie die Adresse.',
        ],
      },
      {
        heading: 'Ohne Passwort anmelden',
        text: [
          'Mit einem [Passkey](/account/passkeys) öffnet Ihr Finger, Ihr Gesicht oder die Zahl Ihres Telefons das Konto. Ihr Browser bietet ihn im Feld für die E-Mail-Adresse an. Das Passwort bleibt, für Geräte ohne ihn.',
          'Ein [zweiter Schritt](/account/second-step) fragt nach dem Passwort nach einem Code Ihres Telefons. Bewahren Sie die Wiederherstellungscodes auf: Jeder öffnet das Konto einmal, wenn das Telefon verloren ist.',
        ],
      },
      {
        heading: 'Sprache, Land und Währung',
        text: [
          'Wählen Sie sie unter [Lieferung, Sprache und Währung](/preferences). Preise werden ab dann in dieser Währung gezeigt.',
        ],
      },
      {
        heading: 'Ihre Daten',
        text: [
          'In [Ihr Konto](/account) sehen Sie, was wir über Sie wissen und was Sie ändern, mitnehmen oder löschen können.',
          'In [Ihre Daten](/account/data) sagen Sie, ob wir uns merken, was Sie ansehen, holen eine Kopie von allem, was wir über Sie gespeichert haben, oder löschen das Konto. Beim Löschen haben Sie sieben Tage, es sich anders zu überlegen.',
        ],
      },
    ],
  },
  contact: {
    title: 'Schreiben Sie uns',
    summary: 'Wen Sie was fragen und was Sie bereithalten sollten.',
    act: {
      text: 'Ihre Bestellungen ansehen',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Zu einer Bestellung',
        text: [
          'Antworten Sie auf eine beliebige E-Mail, die wir Ihnen dazu gesendet haben: Menschen lesen sie. Lassen Sie die Bestellnummer im Betreff. Sagen Sie, was geschehen ist, seit wann und was Sie möchten; fügen Sie Bilder hinzu, wenn etwas kaputt ist.',
          'Wo ein Paket ist, bis wann zu bezahlen ist und was Sie als Nächstes tun können, steht bei der Bestellung selbst, unter [Ihre Bestellungen](/account/orders).',
        ],
      },
      {
        heading: 'Zu einem Produkt',
        text: [
          'Der Shop kennt seine Ware am besten. Fragen Sie auf der Seite des Produkts: Der Shop antwortet dort, und Sie bekommen dann eine E-Mail.',
        ],
      },
      {
        heading: 'Wenn auf einer Seite etwas schiefging',
        text: [
          'Nennen Sie uns die Nummer, die die Seite zeigte, was Sie davor taten und ungefähr wann. Mit der Nummer finden wir es.',
        ],
      },
    ],
  },
};
