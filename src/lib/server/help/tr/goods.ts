import type { HelpOn } from '../help.ts';

export const goods: HelpOn<'delivery' | 'duties' | 'returns'> = {
  delivery: {
    title: 'Teslimat ve takip',
    summary: 'Paket ne zaman gönderilir, nerededir, gelmezse ne olur.',
    act: {
      text: 'Paketlerinizi takip edin',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Ödemeden kapınıza',
        text: [
          'Mağazanın ödemenizden sonra göndermek için yedi günü vardır. Kargonun yanındaki günler gönderimden itibaren sayılır.',
          'Her mağaza kendi paketini gönderir. Sepetinizde iki mağaza varsa iki paket gelir, her biri kendi gününde.',
        ],
      },
      {
        heading: 'Paketim nerede',
        text: [
          'Siparişi [Siparişleriniz](/account/orders) altında açın. Zaman çizelgesi kargo firmasının bildirdiği her adımı, gümrük dahil, ve kargo firmasına soracağınız numarayı gösterir. Hesabınız yoksa e-postamızdaki bağlantıyı kullanın.',
        ],
      },
      {
        heading: 'Gelmezse',
        text: [
          '- Yedi gün sonra gönderilmediyse: sipariş kendiliğinden sona erer ve tamamını geri alırsınız.',
          '- Kayboldu veya mağazaya geri döndü: siz istemeden paranızı iade ederiz.',
          '- Teslim edildi görünüyor ama yok: siparişteki adrese bakın, önce komşulara ve kargo firmasına sorun, sonra siparişi onaylamadan önce [bize yazın](/help/contact).',
        ],
      },
    ],
  },
  duties: {
    title: 'Gümrük ve ithalat vergileri',
    summary: 'Ülkeniz yurt dışından gelen ürün için ne isteyebilir ve bunu kim öder.',
    act: {
      text: 'Fiyatı belgelemek için siparişi yazdırın',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Fiyatın içinde neler var',
        text: [
          'Ödeme adımındaki toplam, ürün ve kargosu içindir. Gümrük ve ithalat vergileri yalnızca ayrı bir satırda yazıyorsa dahildir.',
        ],
      },
      {
        heading: 'Ülkeniz ne isteyebilir',
        text: [
          'Sınır geçen üründen gümrük vergisi ve vergi alınabilir. Ne kadar olacağı ne olduğuna, nerede üretildiğine ve fiyatına bağlıdır. Gümrük bir şey isterse kargo firması teslimattan önce size söyler; kargo firmasına veya gümrüğe ödersiniz, asla bize değil.',
          'Ürünün sayfası nerede üretildiğini söyler. Gümrük idarenizin sitesi oranları ve vergi alınmayan sınırı bildirir.',
        ],
      },
      {
        heading: 'Gümrükte bekletilen paket',
        text: [
          'Siparişin zaman çizelgesinde yazar. Gümrük genellikle fiyatın belgesini ister: siparişiniz yazdırılabilir. Kargo firmasının iletisini çabuk yanıtlayın, çünkü paketler birkaç hafta sonra geri gider.',
        ],
      },
    ],
  },
  returns: {
    title: 'İptal, iade ve para iadesi',
    summary: 'Sipariş nasıl geri alınır, ürün doğru değilse ne yapılır, para ne zaman gelir.',
    act: {
      text: 'Sipariş iptal edin veya iadeye bakın',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Gönderilmeden önce',
        text: [
          'Siparişi açıp iptali seçin. Ödenmemiş siparişler hemen sona erer. Ödenmişse tutarın tamamını geri göndeririz.',
          'Paket yola çıktıktan sonra iptal edilemez; kapıda kabul etmeyin veya mağazanın söylediği gibi geri gönderin.',
        ],
      },
      {
        heading: 'Ürün doğru değilse',
        text: [
          'Kırık, eksik veya anlatıldığı gibi değilse siparişi onaylamayın. Ambalajı da gösteren fotoğraflar çekin ve teslimattan sonra 15 gün içinde sipariş numarasıyla [bize yazın](/help/contact). Para bu sürede bizde kalır.',
        ],
      },
      {
        heading: 'Para ne zaman gelir',
        text: [
          'Para ödediğiniz yoldan geri gider: [kart](/help/card), [Pix](/help/pix) veya [boleto](/help/boleto) sonrasında havaleyle. Sipariş, iadenin ne zaman istendiğini, kuruluşun ne zaman onayladığını ve tutarını gösterir.',
        ],
      },
    ],
  },
};
