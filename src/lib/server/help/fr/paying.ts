import type { HelpOn } from '../help.ts';

export const paying: HelpOn<'paying' | 'boleto' | 'pix' | 'card'> = {
  paying: {
    title: 'Comment fonctionne le paiement',
    summary: 'Ce que vous payez, quand, et où est l’argent jusqu’à ce que vous ayez vos articles.',
    act: {
      text: 'Voir vos commandes et ce qui est payé',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Un seul total, avant de payer',
        text: [
          'À la commande, vous voyez les articles, la livraison de chaque colis et le total dans votre propre devise. Quand une boutique fixe ses prix dans une autre devise, le taux est écrit à côté du total et reste fixe pendant que vous payez.',
          'Vous payez une seule fois, même si votre panier contient des articles de plusieurs boutiques. Chaque boutique reçoit alors sa propre commande, que vous pouvez suivre, annuler ou accepter séparément.',
        ],
      },
      {
        heading: 'Moyens de paiement',
        text: [
          'Les moyens disponibles dépendent de votre pays. La commande ne montre que ceux qui vous conviennent, avec ce qui se passe ensuite.',
          '- [Carte](/help/card) : cartes de crédit, dans la plupart des pays. Au Brésil aussi en plusieurs fois.',
          '- [Pix](/help/pix) : Brésil, en quelques secondes.',
          '- [Boleto](/help/boleto) : Brésil, dans n’importe quelle banque ou dans l’application de votre banque.',
        ],
      },
      {
        heading: 'Nous gardons l’argent',
        text: [
          'Votre paiement ne va pas tout de suite à la boutique. Nous le gardons jusqu’à ce que vous disiez que les articles sont arrivés, ou jusqu’à la fin du délai pour le dire. Voyez [votre protection](/help/safety).',
        ],
      },
      {
        heading: 'Si un paiement n’aboutit pas',
        text: [
          'Votre commande reste telle quelle jusqu’à la fin du délai de paiement, et les articles vous restent réservés. Ouvrez-la sous [Vos commandes](/account/orders), ou par le lien de notre e-mail, et payez autrement.',
        ],
      },
    ],
  },
  boleto: {
    title: 'Payer par boleto',
    summary:
      'Vous recevez un boleto avec un code-barres et le payez dans n’importe quelle banque au Brésil sous trois jours.',
    act: {
      text: 'Trouver le boleto dans vos commandes',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Comment cela se passe',
        text: [
          '- Choisissez boleto à la commande et saisissez le CPF ou CNPJ du payeur, que la loi exige.',
          '- Vous recevez le boleto : copiez la ligne de chiffres dans l’application de votre banque, ou imprimez-le et payez dans une banque ou une maison de loterie.',
          '- Les banques nous signalent le paiement le jour ouvré suivant ou celui d’après. La boutique est alors priée d’expédier.',
        ],
      },
      {
        heading: 'Combien de temps vous avez',
        text: [
          'Le boleto est dû trois jours après la commande, et les articles sont réservés jusque-là. Vous pouvez fermer la page : le boleto vous attend dans votre commande et dans notre e-mail.',
          'Si rien n’arrive à temps, la commande expire et vous ne devez rien. Un boleto payé en retard compte si les articles sont encore là ; sinon, toute la somme vous est rendue.',
        ],
      },
      {
        heading: 'Remboursement',
        text: ['Un boleto ne peut pas être annulé ; un remboursement vient donc par virement sur le compte du payeur.'],
      },
    ],
  },
  pix: {
    title: 'Payer par Pix',
    summary:
      'Scannez un code QR ou copiez un code dans l’application de votre banque ; c’est payé en quelques secondes, à toute heure.',
    act: {
      text: 'Ouvrir votre commande pour payer',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Comment cela se passe',
        text: [
          '- Choisissez Pix à la commande. Vous voyez un code QR, et le même sous forme de texte à copier.',
          '- Ouvrez l’application de votre banque, choisissez Pix, scannez le code ou collez le texte, vérifiez le montant et confirmez.',
          '- Cette page remarque le paiement d’elle-même, généralement en quelques secondes.',
        ],
      },
      {
        heading: 'Combien de temps vous avez',
        text: [
          'Le code est valable 30 minutes. Quand il a expiré, la commande expire aussi et vous ne devez rien ; commandez à nouveau pour un nouveau code.',
        ],
      },
      {
        heading: 'Remboursement',
        text: ['Les remboursements reviennent par Pix sur le compte qui a payé, jusqu’à 90 jours après le paiement.'],
      },
    ],
  },
  card: {
    title: 'Payer par carte',
    summary:
      'Vous saisissez le numéro de la carte sur la page du prestataire de paiement ; il ne nous parvient jamais.',
    act: {
      text: 'Ouvrir votre commande et payer autrement',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Comment cela se passe',
        text: [
          '- Choisissez carte à la commande. Vous arrivez sur la page du prestataire de paiement, où vous saisissez les données de la carte.',
          '- Votre banque peut vous demander de confirmer dans son application ou par un code. C’est 3-D Secure, et cela vous protège.',
          '- Vous revenez à votre commande. Si votre connexion est coupée en chemin, rien n’est payé deux fois : nous demandons au prestataire ce qu’il en est.',
        ],
      },
      {
        heading: 'Si la carte est refusée',
        text: [
          'On ne nous dit rien de plus que le refus de la banque. Vérifiez le numéro, la date et le plafond, demandez à votre banque, ou payez autrement depuis la même commande sous 30 minutes.',
        ],
      },
      {
        heading: 'Paiement en plusieurs fois',
        text: [
          'Au Brésil, une carte peut être payée en 12 fois au plus. La commande indique le coût de chaque mensualité.',
        ],
      },
      {
        heading: 'Remboursement',
        text: [
          'Les remboursements vont sur la même carte, jusqu’à 180 jours après le paiement. Les banques mettent quelques jours à les afficher ; la commande dit quand nous l’avons envoyé.',
        ],
      },
    ],
  },
};
