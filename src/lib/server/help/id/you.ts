import type { HelpOn } from '../help.ts';

export const you: HelpOn<'safety' | 'account' | 'contact'> = {
  safety: {
    title: 'Perlindungan Anda',
    summary: 'Kami menahan pembayaran sampai barang Anda terima, dan mengetahui siapa di balik setiap toko.',
    act: {
      text: 'Amankan akun Anda',
      href: '/account/security',
    },
    parts: [
      {
        heading: 'Uang Anda kami tahan',
        text: [
          'Toko dibayar saat Anda menerima kiriman. Jika Anda tidak menyatakan apa pun, pesanan dianggap diterima 15 hari setelah kurir mengantarnya, atau 60 hari setelah pengiriman jika tidak ada kabar pengantaran. Sampai saat itu uangnya masih dapat kembali kepada Anda.',
        ],
      },
      {
        heading: 'Siapa penjualnya',
        text: [
          'Setiap toko membuktikan kepada kami siapa di baliknya sebelum boleh berjualan, dan setiap listing diperiksa sebelum ditampilkan. Halaman toko menyebutkan apakah penjualnya perusahaan atau perorangan.',
        ],
      },
      {
        heading: 'Cara tetap aman',
        text: [
          '- Bayar hanya lewat checkout kami. Toko yang meminta transfer atau memakai situs lain ingin lepas dari perlindungan ini: [beri tahu kami](/help/contact).',
          '- Kami tidak pernah meminta kata sandi, nomor kartu, atau kode dari bank Anda, lewat email maupun telepon.',
          '- Pakai kata sandi khusus untuk situs ini dan aktifkan langkah kedua di [Masuk dan perangkat](/account/security).',
        ],
      },
    ],
  },
  account: {
    title: 'Akun Anda',
    summary: 'Kegunaan akun, cara masuk lagi, dan cara membawa atau menghapus data Anda.',
    act: {
      text: 'Ke akun Anda',
      href: '/account',
    },
    parts: [
      {
        heading: 'Apakah saya perlu akun',
        text: [
          'Tidak. Anda dapat memesan hanya dengan alamat email dan memantau pesanan lewat tautan di email kami. Dengan akun, alamat tersimpan, semua pesanan ada di satu tempat, dan Anda tidak perlu mengetik dua kali. [Buat akun](/sign-up) dengan alamat yang sama, dan pesanan lama dapat ditemukan lewat tautannya.',
        ],
      },
      {
        heading: 'Masuk lagi',
        text: [
          'Jika Anda lupa kata sandi, [minta yang baru](/forgot-password). Tautan di email berlaku sekali dan untuk waktu singkat. Tidak ada email: lihat folder spam, dan periksa alamatnya.',
        ],
      },
      {
        heading: 'Masuk tanpa kata sandi',
        text: [
          'Dengan [kunci sandi](/account/passkeys), jari, wajah, atau angka ponsel Anda membuka akun. Peramban menawarkannya di kolom alamat email. Kata sandi tetap ada, untuk perangkat tanpa kunci itu.',
          '[Langkah kedua](/account/second-step) meminta kode dari ponsel Anda setelah kata sandi. Simpan kode pemulihan: masing-masing membuka akun satu kali jika ponsel hilang.',
        ],
      },
      {
        heading: 'Bahasa, negara, dan mata uang',
        text: [
          'Pilih di [Pengiriman, bahasa, dan mata uang](/preferences). Sejak saat itu harga ditampilkan dalam mata uang tersebut.',
        ],
      },
      {
        heading: 'Data Anda',
        text: [
          'Di [Akun Anda](/account) Anda melihat apa yang kami ketahui tentang Anda, dan apa yang dapat diubah, dibawa, atau dihapus.',
          'Di [Data Anda](/account/data) Anda menentukan apakah kami menyimpan yang Anda lihat, mengambil salinan semua yang kami simpan tentang Anda, atau menghapus akun. Untuk penghapusan ada tujuh hari untuk berubah pikiran.',
        ],
      },
    ],
  },
  contact: {
    title: 'Tulis kepada kami',
    summary: 'Siapa yang ditanya tentang apa, dan apa yang perlu disiapkan.',
    act: {
      text: 'Lihat pesanan Anda',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Tentang pesanan',
        text: [
          'Balas email mana pun dari kami tentang pesanan itu: ada orang yang membacanya. Biarkan nomor pesanan di subjek. Ceritakan apa yang terjadi, sejak kapan, dan apa yang Anda inginkan; sertakan foto jika ada yang rusak.',
          'Posisi paket, batas waktu bayar, dan langkah Anda selanjutnya ada di pesanan itu sendiri, di [Pesanan Anda](/account/orders).',
        ],
      },
      {
        heading: 'Tentang produk',
        text: [
          'Toko paling mengenal barangnya. Bertanyalah di halaman produk: toko menjawab di sana, dan Anda mendapat email saat dijawab.',
        ],
      },
      {
        heading: 'Jika ada masalah di halaman',
        text: [
          'Beri tahu kami nomor yang ditampilkan halaman, apa yang Anda lakukan sebelumnya, dan kira-kira kapan. Dengan nomor itu kami menemukannya.',
        ],
      },
    ],
  },
};
