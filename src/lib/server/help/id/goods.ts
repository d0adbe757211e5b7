import type { HelpOn } from '../help.ts';

export const goods: HelpOn<'delivery' | 'duties' | 'returns'> = {
  delivery: {
    title: 'Pengiriman dan pelacakan',
    summary: 'Kapan paket dikirim, di mana paketnya, dan apa yang terjadi jika tidak datang.',
    act: {
      text: 'Lacak paket Anda',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Dari pembayaran sampai ke pintu Anda',
        text: [
          'Toko punya waktu tujuh hari untuk mengirim setelah Anda membayar. Jumlah hari di samping ongkos kirim dihitung sejak saat itu.',
          'Setiap toko mengirim paketnya sendiri. Dengan dua toko di keranjang Anda, datang dua paket, masing-masing pada harinya.',
        ],
      },
      {
        heading: 'Di mana paket saya',
        text: [
          'Buka pesanan di [Pesanan Anda](/account/orders). Garis waktunya menampilkan setiap langkah yang dilaporkan kurir, termasuk bea cukai, dan nomor untuk bertanya ke kurir. Tanpa akun, pakai tautan di email kami.',
        ],
      },
      {
        heading: 'Jika paket tidak datang',
        text: [
          '- Tidak dikirim setelah tujuh hari: pesanan berakhir sendiri dan Anda mendapat semuanya kembali.',
          '- Hilang, atau dikembalikan ke toko: kami mengembalikan uang Anda tanpa perlu diminta.',
          '- Tercatat sudah tiba tetapi tidak ada: periksa alamat di pesanan, tanyakan dulu kepada tetangga dan kurir, lalu [tulis kepada kami](/help/contact) sebelum Anda menerima pesanan.',
        ],
      },
    ],
  },
  duties: {
    title: 'Bea masuk dan pajak impor',
    summary: 'Yang mungkin diminta negara Anda untuk barang dari luar negeri, dan siapa yang membayarnya.',
    act: {
      text: 'Cetak pesanan sebagai bukti harga',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Yang termasuk dalam harga',
        text: [
          'Total saat checkout mencakup barang dan ongkos kirimnya. Bea masuk dan pajak impor hanya termasuk jika tertulis di baris tersendiri.',
        ],
      },
      {
        heading: 'Yang mungkin diminta negara Anda',
        text: [
          'Barang yang melintasi perbatasan dapat dikenai bea dan pajak. Besarnya bergantung pada jenis barang, tempat pembuatan, dan harganya. Jika bea cukai meminta sesuatu, kurir memberi tahu Anda sebelum pengantaran, dan Anda membayar kurir atau bea cukai, bukan kami.',
          'Halaman produk menyebutkan tempat pembuatannya. Situs bea cukai negara Anda menjelaskan tarif dan batas nilai yang tidak dikenai pungutan.',
        ],
      },
      {
        heading: 'Paket yang ditahan bea cukai',
        text: [
          'Garis waktu pesanan akan menyebutkannya. Bea cukai biasanya meminta bukti harga: pesanan Anda dapat dicetak. Segera jawab pesan kurir, karena paket dikembalikan setelah beberapa minggu.',
        ],
      },
    ],
  },
  returns: {
    title: 'Pembatalan, retur, dan pengembalian dana',
    summary: 'Cara membatalkan pesanan, apa yang dilakukan jika barang bermasalah, dan kapan uangnya sampai.',
    act: {
      text: 'Batalkan pesanan atau lihat pengembalian dana',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Sebelum dikirim',
        text: [
          'Buka pesanan dan pilih batalkan. Pesanan yang belum dibayar langsung berakhir. Untuk yang sudah dibayar, kami kembalikan seluruh jumlahnya.',
          'Setelah paket dalam perjalanan, pesanan tidak dapat dibatalkan; tolak paketnya di pintu atau kirim kembali sesuai petunjuk toko.',
        ],
      },
      {
        heading: 'Jika barang bermasalah',
        text: [
          'Rusak, tidak lengkap, atau tidak sesuai deskripsi: jangan terima pesanannya. Ambil foto, termasuk kemasannya, dan [tulis kepada kami](/help/contact) dengan nomor pesanan dalam 15 hari setelah pengantaran. Sementara itu uangnya tetap pada kami.',
        ],
      },
      {
        heading: 'Kapan uangnya sampai',
        text: [
          'Pengembalian dana memakai cara Anda membayar: [kartu](/help/card), [Pix](/help/pix), atau, setelah [boleto](/help/boleto), dengan transfer. Pesanan menampilkan kapan pengembalian diminta, kapan penyedia mengonfirmasinya, dan berapa jumlahnya.',
        ],
      },
    ],
  },
};
