import type { HelpOn } from '../help.ts';

export const you: HelpOn<'safety' | 'account' | 'contact'> = {
  safety: {
    title: 'Votre protection',
    summary: 'Nous gardons votre paiement jusqu’à ce que vous ayez vos articles, et savons qui sont les boutiques.',
    act: {
      text: 'Sécuriser votre compte',
      href: '/account/security',
    },
    parts: [
      {
        heading: 'Votre argent attend chez nous',
        text: [
          'La boutique est payée quand vous acceptez la livraison. Si vous ne dites rien, la commande est considérée comme acceptée 15 jours après sa livraison par le transporteur, ou 60 jours après l’expédition si personne ne nous a signalé de livraison. Jusque-là, l’argent peut encore vous revenir.',
        ],
      },
      {
        heading: 'Qui vend',
        text: [
          'Chaque boutique nous prouve qui est derrière elle avant de pouvoir vendre, et chaque annonce est examinée avant d’être affichée. La page de la boutique dit s’il s’agit d’une société ou d’un particulier.',
        ],
      },
      {
        heading: 'Comment rester en sécurité',
        text: [
          '- Payez uniquement sur notre page de commande. Une boutique qui demande un virement ou un autre site veut sortir de cette protection : [dites-le-nous](/help/contact).',
          '- Nous ne demandons jamais votre mot de passe, un numéro de carte ou un code de votre banque, ni par e-mail ni par téléphone.',
          '- Utilisez un mot de passe propre à ce site et activez la deuxième étape sous [Connexion et appareils](/account/security).',
        ],
      },
    ],
  },
  account: {
    title: 'Votre compte',
    summary: 'À quoi sert un compte, comment y revenir, et comment emporter vos données ou les supprimer.',
    act: {
      text: 'Aller à votre compte',
      href: '/account',
    },
    parts: [
      {
        heading: 'En ai-je besoin',
        text: [
          'Non. Vous pouvez commander avec une simple adresse e-mail et suivre la commande par le lien de notre e-mail. Avec un compte, vous gardez vos adresses, voyez toutes les commandes au même endroit et ne saisissez rien deux fois. [Ouvrez-en un](/sign-up) avec la même adresse, et les commandes précédentes se retrouvent par leurs liens.',
        ],
      },
      {
        heading: 'Revenir dans le compte',
        text: [
          'Si vous ne connaissez plus le mot de passe, [demandez-en un nouveau](/forgot-password). Le lien de l’e-mail fonctionne une fois et peu de temps. Pas d’e-mail : regardez parmi les indésirables, et vérifiez l’adresse.',
        ],
      },
      {
        heading: 'Se connecter sans mot de passe',
        text: [
          'Avec une [clé d’accès](/account/passkeys), votre doigt, votre visage ou le code de votre téléphone ouvre le compte. Votre navigateur la propose dans le champ de l’adresse e-mail. Le mot de passe reste, pour les appareils qui n’en ont pas.',
          'Une [deuxième étape](/account/second-step) demande un code de votre téléphone après le mot de passe. Gardez les codes de récupération : chacun ouvre le compte une fois si le téléphone est perdu.',
        ],
      },
      {
        heading: 'Langue, pays et devise',
        text: [
          'Choisissez-les sous [Livraison, langue et devise](/preferences). Les prix s’affichent ensuite dans cette devise.',
        ],
      },
      {
        heading: 'Vos données',
        text: [
          'Dans [Votre compte](/account), vous voyez ce que nous savons de vous, et ce que vous pouvez modifier, emporter ou supprimer.',
          'Dans [Vos données](/account/data), vous dites si nous conservons ce que vous regardez, prenez une copie de tout ce que nous détenons sur vous, ou supprimez le compte. La suppression laisse sept jours pour changer d’avis.',
        ],
      },
    ],
  },
  contact: {
    title: 'Nous écrire',
    summary: 'À qui demander quoi, et ce qu’il faut avoir sous la main.',
    act: {
      text: 'Voir vos commandes',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'À propos d’une commande',
        text: [
          'Répondez à n’importe quel e-mail que nous vous avons envoyé à son sujet : des personnes le lisent. Laissez le numéro de la commande dans l’objet. Dites ce qui s’est passé, depuis quand et ce que vous souhaitez ; ajoutez des photos si quelque chose est cassé.',
          'Où est un colis, quand il faut payer et ce que vous pouvez faire ensuite figure sur la commande elle-même, sous [Vos commandes](/account/orders).',
        ],
      },
      {
        heading: 'À propos d’un produit',
        text: [
          'La boutique connaît le mieux ses articles. Demandez sur la page du produit : la boutique y répond, et vous recevez alors un e-mail.',
        ],
      },
      {
        heading: 'Quand une page n’a pas fonctionné',
        text: [
          'Dites-nous le numéro affiché par la page, ce que vous aviez fait avant, et à peu près quand. Avec le numéro, nous le retrouvons.',
        ],
      },
    ],
  },
};
