import type { HelpOn } from '../help.ts';

export const you: HelpOn<'safety' | 'account' | 'contact'> = {
  safety: {
    title: 'Cómo te protegemos',
    summary: 'Guardamos tu pago hasta que tienes los artículos, y sabemos quiénes son las tiendas.',
    act: {
      text: 'Protege tu cuenta',
      href: '/account/security',
    },
    parts: [
      {
        heading: 'Tu dinero espera con nosotros',
        text: [
          'La tienda cobra cuando aceptas la entrega. Si no dices nada, el pedido se da por aceptado 15 días después de que lo entregue el transportista, o 60 días después del envío si nadie nos informó de una entrega. Hasta entonces el dinero aún puede volver a ti.',
        ],
      },
      {
        heading: 'Quién vende',
        text: [
          'Cada tienda nos demuestra quién está detrás antes de poder vender, y cada anuncio se revisa antes de mostrarse. La página de la tienda dice si es una empresa o un particular.',
        ],
      },
      {
        heading: 'Cómo comprar con seguridad',
        text: [
          '- Paga solo al finalizar la compra con nosotros. Una tienda que pide una transferencia u otro sitio quiere salir de esta protección: [avísanos](/help/contact).',
          '- Nunca te pedimos tu contraseña, un número de tarjeta ni un código de tu banco, ni por correo ni por teléfono.',
          '- Usa una contraseña propia para esta tienda y activa el segundo paso en [Acceso y dispositivos](/account/security).',
        ],
      },
    ],
  },
  account: {
    title: 'Tu cuenta',
    summary: 'Para qué sirve una cuenta, cómo volver a entrar y cómo llevarte tus datos o eliminarlos.',
    act: {
      text: 'Ve a tu cuenta',
      href: '/account',
    },
    parts: [
      {
        heading: '¿Necesito una?',
        text: [
          'No. Puedes pedir solo con un correo electrónico y seguir el pedido con el enlace de nuestro correo. Con una cuenta guardas direcciones, ves todos los pedidos en un solo lugar y no escribes nada dos veces. [Abre una](/sign-up) con la misma dirección, y los pedidos anteriores se encuentran por sus enlaces.',
        ],
      },
      {
        heading: 'Volver a entrar',
        text: [
          'Si ya no recuerdas la contraseña, [pide una nueva](/forgot-password). El enlace del correo sirve una vez y por poco tiempo. ¿No llega? Mira en el correo no deseado y comprueba la dirección.',
        ],
      },
      {
        heading: 'Iniciar sesión sin contraseña',
        text: [
          'Con una [llave de acceso](/account/passkeys), tu huella, tu cara o el número de tu teléfono abre la cuenta. Tu navegador la ofrece en el campo del correo electrónico. La contraseña se queda, para los dispositivos sin ella.',
          'Un [segundo paso](/account/second-step) pide un código de tu teléfono después de la contraseña. Guarda los códigos de recuperación: cada uno abre la cuenta una vez si pierdes el teléfono.',
        ],
      },
      {
        heading: 'Idioma, país y moneda',
        text: [
          'Elígelos en [Entrega, idioma y moneda](/preferences). A partir de entonces los precios se muestran en esa moneda.',
        ],
      },
      {
        heading: 'Tus datos',
        text: [
          'En [Tu cuenta](/account) ves lo que sabemos de ti y lo que puedes cambiar, llevarte o eliminar.',
          'En [Tus datos](/account/data) dices si guardamos lo que miras, pides una copia de todo lo que tenemos sobre ti o eliminas la cuenta. Al eliminarla tienes siete días para pensarlo mejor.',
        ],
      },
    ],
  },
  contact: {
    title: 'Escríbenos',
    summary: 'A quién preguntar qué, y qué tener a mano.',
    act: {
      text: 'Mira tus pedidos',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Sobre un pedido',
        text: [
          'Responde a cualquier correo que te hayamos enviado sobre él: lo leen personas. Deja el número del pedido en el asunto. Di qué ha pasado, desde cuándo y qué te gustaría; añade fotos si algo está roto.',
          'Dónde está un paquete, cuándo hay que pagar y qué puedes hacer después lo dice el propio pedido, en [Tus pedidos](/account/orders).',
        ],
      },
      {
        heading: 'Sobre un producto',
        text: [
          'La tienda es quien mejor conoce sus productos. Pregunta en la página del producto: la tienda responde allí y te llega un correo cuando lo hace.',
        ],
      },
      {
        heading: 'Cuando algo falló en una página',
        text: [
          'Dinos el número que mostró la página, qué hiciste antes y más o menos cuándo. Con el número lo encontramos.',
        ],
      },
    ],
  },
};
