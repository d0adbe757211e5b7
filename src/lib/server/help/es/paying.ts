import type { HelpOn } from '../help.ts';

export const paying: HelpOn<'paying' | 'boleto' | 'pix' | 'card'> = {
  paying: {
    title: 'Cómo funcionan los pagos',
    summary: 'Qué pagas, cuándo y dónde está el dinero hasta que tienes los artículos.',
    act: {
      text: 'Mira tus pedidos y lo que está pagado',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Un solo total, antes de pagar',
        text: [
          'Al finalizar la compra ves los artículos, el envío de cada paquete y el total en tu moneda. Si una tienda tiene sus precios en otra moneda, el tipo de cambio aparece junto al total y queda fijo mientras pagas.',
          'Pagas una sola vez, también cuando tu carrito tiene artículos de varias tiendas. Cada tienda recibe su propio pedido, que puedes seguir, cancelar o aceptar por separado.',
        ],
      },
      {
        heading: 'Formas de pago',
        text: [
          'Las formas de pago dependen de tu país. Al finalizar la compra solo ves las que te sirven, con lo que pasa después.',
          '- [Tarjeta](/help/card): tarjetas de crédito, en la mayoría de los países. En Brasil también a plazos.',
          '- [Pix](/help/pix): Brasil, en segundos.',
          '- [Boleto](/help/boleto): Brasil, en cualquier banco o en la app de tu banco.',
        ],
      },
      {
        heading: 'Guardamos el dinero',
        text: [
          'Tu pago no va enseguida a la tienda. Lo guardamos hasta que dices que los artículos han llegado, o hasta que termina el plazo para decirlo. Mira [cómo te protegemos](/help/safety).',
        ],
      },
      {
        heading: 'Si un pago no se completa',
        text: [
          'Tu pedido se queda como está hasta que termina el plazo de pago, y los artículos siguen reservados para ti. Ábrelo en [Tus pedidos](/account/orders) o con el enlace de nuestro correo, y paga de otra forma.',
        ],
      },
    ],
  },
  boleto: {
    title: 'Pagar con boleto',
    summary: 'Recibes un boleto con código de barras y lo pagas en cualquier banco de Brasil en tres días.',
    act: {
      text: 'Encuentra el boleto en tus pedidos',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Cómo va',
        text: [
          '- Elige boleto al finalizar la compra y escribe el CPF o CNPJ de quien paga, que exige la ley.',
          '- Recibes el boleto: copia la línea de números en la app de tu banco, o imprímelo y paga en un banco o en una casa de lotería.',
          '- Los bancos nos comunican el pago el siguiente día hábil o el otro. Entonces pedimos a la tienda que envíe.',
        ],
      },
      {
        heading: 'Cuánto tiempo tienes',
        text: [
          'El boleto vence tres días después de pedir, y hasta entonces los artículos están reservados. Puedes cerrar la página: el boleto te espera en tu pedido y en nuestro correo.',
          'Si no llega nada a tiempo, el pedido caduca y no debes nada. Un boleto pagado tarde vale si los artículos siguen ahí; si no, recuperas todo el importe.',
        ],
      },
      {
        heading: 'Devolución del dinero',
        text: [
          'Un boleto no se puede revertir, así que el reembolso llega como transferencia a la cuenta de quien pagó.',
        ],
      },
    ],
  },
  pix: {
    title: 'Pagar con Pix',
    summary: 'Escanea un código QR o copia un código en la app de tu banco; se paga en segundos, a cualquier hora.',
    act: {
      text: 'Abre tu pedido para pagar',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Cómo va',
        text: [
          '- Elige Pix al finalizar la compra. Ves un código QR, y lo mismo como texto para copiar.',
          '- Abre la app de tu banco, elige Pix, escanea el código o pega el texto, comprueba el importe y confirma.',
          '- Esta página detecta el pago por sí sola, normalmente en segundos.',
        ],
      },
      {
        heading: 'Cuánto tiempo tienes',
        text: [
          'El código vale 30 minutos. Cuando caduca, el pedido también caduca y no debes nada; pide de nuevo para tener otro código.',
        ],
      },
      {
        heading: 'Devolución del dinero',
        text: ['Los reembolsos vuelven por Pix a la cuenta que pagó, hasta 90 días después del pago.'],
      },
    ],
  },
  card: {
    title: 'Pagar con tarjeta',
    summary: 'Escribes el número de la tarjeta en la página del proveedor de pagos; nunca llega a nosotros.',
    act: {
      text: 'Abre tu pedido y paga de otra forma',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Cómo va',
        text: [
          '- Elige tarjeta al finalizar la compra. Pasas a la página del proveedor de pagos, donde escribes los datos de la tarjeta.',
          '- Tu banco puede pedirte que confirmes en su app o con un código. Es 3-D Secure y te protege.',
          '- Vuelves a tu pedido. Si se corta la conexión en el camino, no se paga nada dos veces: preguntamos al proveedor qué ha pasado.',
        ],
      },
      {
        heading: 'Si rechazan la tarjeta',
        text: [
          'No nos dicen más que el banco ha dicho que no. Comprueba el número, la fecha y el límite, pregunta a tu banco o paga de otra forma desde el mismo pedido en 30 minutos.',
        ],
      },
      {
        heading: 'Plazos',
        text: [
          'En Brasil se puede pagar con tarjeta hasta en 12 plazos. Al finalizar la compra ves cuánto cuesta cada uno.',
        ],
      },
      {
        heading: 'Devolución del dinero',
        text: [
          'Los reembolsos van a la misma tarjeta, hasta 180 días después del pago. Los bancos tardan unos días en mostrarlos; el pedido dice cuándo lo enviamos.',
        ],
      },
    ],
  },
};
