"""The labels of news pages: what buttons, menus and boxes are called, in the words that most pages share.

A label is known by its whole text, without regard to case, a count or signs around it: "Comments (12)", "Read more »".
Some tell what comes behind them, too: a headline behind "Read also", a name behind "Photo:". The line model has learnt
little beyond English, so that in other languages this list has to tell what it cannot. It serves scrapes and pages.
"""

from collections.abc import Iterator
from unicodedata import combining, normalize

_LONGEST = 60  # signs of a label
_LONGEST_CREDIT = 30  # signs of "Photo" and its like
_LONGEST_LED = 160  # signs of a label and what comes behind it
_EDGES = " :：.…!»›>→+-–—()[]（）【】|·•▼▲►▶×✕0123456789"
_BEGINNING = 3  # signs by which the labels are found that may begin a line
_DOTTED = "i̇"  # what the Turkish capital of "i" comes to as a small letter

_LABELS = {
    "related-heading": """
        recommended, recommended for you, recommended reading, recommended stories, recommended articles
        recommended videos, explore, explore more, related, related article, related articles, related stories
        related story, related news, related content, related topics, related posts, related post, related links
        related tags, related coverage, related videos, related video, more stories, more news, more on this story
        more on this, more like this, more to read, most read, most popular, most viewed, most shared, most recent
        most watched, trending, trending now, trending stories, trending news, trending topics, you may like
        you may also like, you might like, you might also like, you might be interested in, you may be interested in
        read next, read more, read also, read this next, also read, see also, up next, don't miss, don’t miss
        editors' picks, editors’ picks, editor's pick, editor's picks, editor’s picks, editor’s pick, editor's choice
        top stories, latest news, latest stories, latest headlines, latest articles, in this article, what to read next
        keep reading, continue reading, popular now, promoted stories, sponsored content, sponsored stories
        around the web, from the web, next article, next story, next post, previous article, previous story
        previous post, recent posts, recent stories, recent articles, das könnte sie auch interessieren, mehr zum thema
        auch interessant, meistgelesen, ähnliche artikel, sur le même sujet, les plus lus, articles liés
        à lire également, más leídas, lo más leído, lo más visto, noticias relacionadas, artículos relacionados
        te puede interesar, más noticias, leer más, mais lidas, notícias relacionadas, veja mais, leia mais, saiba mais
        i più letti, articoli correlati, potrebbe interessarti, potrebbe interessarti anche, leggi tutto, meest gelezen
        gerelateerde artikelen, lees meer, mer om ämnet, mest lästa, läs mer, relaterte artikler, les mer, mest lest
        læs mere, mest læste, lue lisää, luetuimmat, najczęściej czytane, zobacz także, zobacz też, powiązane artykuły
        czytaj więcej, nejčtenější, související, související články, citește mai mult, știri similare, kapcsolódó cikkek
        legolvasottabb, по теме, материалы по теме, новости по теме, читать далее, самое читаемое, популярное
        популярні новини, новини по темі, за темою, читати далі, διαβάστε περισσότερα, δημοφιλή, σχετικά άρθρα
        ilgili haberler, çok okunanlar, en çok okunanlar, benzer haberler, devamını oku, مواضيع ذات صلة, أخبار ذات صلة
        مقالات ذات صلة, الأكثر قراءة, قد يعجبك أيضا, اقرأ المزيد, المزيد, مطالب مرتبط, اخبار مرتبط, پربازدیدترین ها
        כתבות נוספות, संबंधित खबरें, संबंधित ख़बरें, संबंधित समाचार, और पढ़ें, टॉप न्यूज़, সর্বাধিক পঠিত, সম্পর্কিত খবর
        berita terkait, berita terpopuler, artikel terkait, tin liên quan, đọc nhiều, 相关新闻, 相关报道, 热门新闻
        推荐阅读, 相關新聞, 相關報導, 熱門新聞, 関連ニュース, おすすめ記事, アクセスランキング, 관련 뉴스, 많이 본 뉴스
        """,
    "advertisement": """
        advertisement, advertisements, advert, ad, ads, sponsored, promoted, promotion, anzeige, werbung, publicidad
        publicité, article continues below, story continues below, article continues below advertisement
        story continues below advertisement, article continues after advertisement, skip ad, skip advertisement
        remove ads, close ad, scroll to continue, publicidade, pubblicità, advertentie, reklam, annons, annonse, annonce
        mainos, mainoksia, reklama, inzerce, publicitate, hirdetés, реклама, на правах рекламы, διαφήμιση, إعلان
        إعلانات, اعلان, تبلیغات, آگهی, פרסומת, विज्ञापन, বিজ্ঞাপন, iklan, advertensi, quảng cáo, 广告, 廣告, 広告
        スポンサーリンク, 광고
        """,
    "navigation": """
        skip to content, skip to main content, skip to navigation, skip to footer, skip to main, skip to search
        jump to content, jump to navigation, menu, search, close, open menu, toggle menu, toggle navigation, sign in
        sign up, log in, login, log out, logout, register, subscribe, subscribe now, my account, home, newsletter
        newsletters, back to top, next, previous, loading, see all, see more, show all, show more, show less, view all
        view more, load more, read article, read full article, read full story, cookies, privacy policy, terms of use
        terms of service, contact us, about us, startseite, menü, suche, suchen, anmelden, abmelden, registrieren
        abonnieren, jetzt abonnieren, nach oben, datenschutz, impressum, kontakt, accueil, rechercher, se connecter
        s'identifier, s’identifier, s'abonner, s’abonner, je m'abonne, je m’abonne, mentions légales, inicio, menú
        buscar, iniciar sesión, suscríbete, suscribirse, suscribirme, regístrate, aviso legal, política de privacidad
        ver más, entrar, cadastre-se, assine, assine já, política de privacidade, accedi, abbonati, registrati
        iscriviti, iscriviti alla newsletter, zoeken, inloggen, abonneren, aanmelden, logga in, sök, meny, prenumerera
        logg inn, søk, log ind, abonner, kirjaudu, kirjaudu sisään, tilaa, haku, valikko, strona główna, szukaj
        zaloguj się, zaloguj, zarejestruj się, prenumerata, subskrybuj, přihlásit se, přihlásit, předplatné, vyhledávání
        hledat, acasă, căutare, autentificare, abonează-te, keresés, bejelentkezés, előfizetés, главная, меню, поиск
        найти, войти, вход, регистрация, подписаться, подписка, подпишитесь, подпишитесь на нашу рассылку
        подпишитесь на рассылку, политика конфиденциальности, наверх, головна, пошук, увійти, підписатися, реєстрація
        αρχική, μενού, αναζήτηση, σύνδεση, εγγραφή, ana sayfa, anasayfa, ara, giriş yap, üye ol, abone ol
        gizlilik politikası, الرئيسية, القائمة, بحث, البحث, تسجيل الدخول, اشترك, اشترك الآن, اشترك في النشرة البريدية
        النشرة البريدية, سياسة الخصوصية, صفحه اصلی, جستجو, ورود, عضویت, خانه, עמוד הבית, חיפוש, התחברות, הרשמה, होम
        मेन्यू, मेनू, खोजें, लॉग इन, लॉग इन करें, सब्सक्राइब करें, सब्सक्राइब, হোম, মেনু, খুঁজুন, লগইন, beranda, cari
        masuk, daftar, berlangganan, trang chủ, tìm kiếm, đăng nhập, đăng ký, 首页, 菜单, 搜索, 登录, 注册, 订阅
        返回顶部, 首頁, 搜尋, 登入, 註冊, 訂閱, ホーム, メニュー, 検索, ログイン, 会員登録, 新規登録, 홈, 메뉴, 검색
        로그인, 회원가입, 구독, 구독하기
        """,
    "comments": """
        comments, replies, leave a comment, leave a reply, post a comment, add a comment, write a comment
        join the conversation, join the discussion, view comments, view all comments, show comments, show all comments
        read comments, read all comments, see all comments, log in to comment, comments are closed
        be the first to comment, kommentare, kommentar schreiben, kommentare anzeigen, commentaires
        laisser un commentaire, ajouter un commentaire, voir les commentaires, comentarios, deja un comentario
        ver comentarios, comentários, deixe um comentário, commenti, lascia un commento, reacties, plaats een reactie
        kommentarer, kommentit, komentarze, dodaj komentarz, skomentuj, komentáře, přidat komentář, comentarii
        adaugă un comentariu, hozzászólások, комментарии, оставить комментарий, комментировать, коментарі
        залишити коментар, σχόλια, yorumlar, yorum yap, yorum yaz, التعليقات, تعليقات, أضف تعليقا, اترك تعليقا, نظرات
        ارسال نظر, תגובות, टिप्पणियां, टिप्पणियाँ, टिप्पणी करें, মন্তব্য, মন্তব্য করুন, tulis komentar, bình luận
        发表评论, 网友评论, 發表評論, 網友評論, コメントを書く, 댓글, 댓글쓰기
        """,
    "share-button": """
        share, share this, share this article, share this story, share this page, share this post, share on, share via
        share on facebook, share on twitter, share on x, share on linkedin, share on whatsapp, share on reddit
        share on pinterest, share via email, share by email, share with friends, tweet, tweet this, pin it, pin, email
        e-mail, mail, email this, email this article, print, print this, print this article, print article, copy link
        copy link to article, link copied, save, save article, save this article, save this story, bookmark, follow
        follow us, follow us on facebook, follow us on twitter, follow us on x, like, whatsapp, facebook, twitter
        linkedin, reddit, telegram, pinterest, flipboard, messenger, copy, gift, gift this article, gift article, listen
        listen to this article, listen to article, x, teilen, artikel teilen, drucken, merken, auf facebook teilen
        per e-mail teilen, partager, partager cet article, imprimer, envoyer par e-mail, enregistrer, compartir
        compartir en facebook, compartir en twitter, imprimir, guardar, copiar enlace, enviar por email, compartilhar
        compartilhe, partilhar, copiar link, condividi, stampa, salva, delen, deel dit artikel, afdrukken, printen
        bewaren, dela, dela artikeln, skriv ut, spara, del artikkel, del artikel, jaa, jaa artikkeli, tulosta
        udostępnij, drukuj, podziel się, sdílet, vytisknout, tisk, distribuie, megosztás, nyomtatás, поделиться
        поделиться в соцсетях, распечатать, печать, скопировать ссылку, сохранить, поділитися, роздрукувати, κοινοποίηση
        μοιραστείτε το, εκτύπωση, paylaş, yazdır, kaydet, bağlantıyı kopyala, مشاركة, شارك, شارك هذا المقال, طباعة
        نسخ الرابط, حفظ, اشتراک گذاری, به اشتراک بگذارید, چاپ, שתפו, שיתוף, הדפסה, שתף, शेयर करें, शेयर, साझा करें
        प्रिंट, प्रिंट करें, শেয়ার করুন, শেয়ার, প্রিন্ট, bagikan, cetak, salin tautan, chia sẻ, in bài viết, 分享
        分享到, 打印, 复制链接, 收藏, 列印, 複製連結, シェア, シェアする, 印刷, 印刷する, リンクをコピー, 공유, 공유하기
        인쇄, 스크랩
        """,
}


# Behind them stands the headline of another story, with a colon or without; with one only, where it is given here.
_READ_ALSO = """
    lesen sie auch, lesen sie mehr, lesen sie hier, lesen sie dazu, mehr zum thema, auch interessant:, lire aussi
    à lire aussi, à voir aussi, lea también, lee también, te puede interesar:, leer más:, leia mais:, leia também
    leggi anche, lees ook, läs mer:, läs också, läs även, les også, læs også, lue myös, czytaj też, czytaj także
    przeczytaj też, przeczytaj także, czytaj więcej:, čtěte také, přečtěte si také, prečítajte si aj, citește și
    citeşte şi, citiți și, olvasta már, прочетете също, читайте также, читайте ещё, смотрите также, по теме:
    читайте також, дивіться також, διαβάστε επίσης, διαβάστε ακόμα, διαβάστε ακόμη, ayrıca oku, ayrıca okuyun
    bunları da okuyun, اقرأ أيضا, اقرأ أيضاً, اقرأ ايضا, إقرأ أيضا, إقرأ أيضاً, طالع أيضا, شاهد أيضا, بیشتر بخوانید
    همچنین بخوانید, یہ بھی پڑھیں, קראו גם, यह भी पढ़ें, ये भी पढ़ें, इसे भी पढ़ें, এছাড়াও পড়ুন, আরও পড়ুন, baca juga
    xem thêm, đọc thêm, 延伸阅读, 相关阅读, 延伸閱讀, 相關閱讀, 関連記事, あわせて読みたい, 관련기사, 관련 기사
    """
# Behind them and a colon stands who took a picture, or what it shows.
_PICTURE = """
    foto, fotos, bild, bilder, fotografie, crédit photo, crédits photo, photo d'illustration, photo d’illustration
    imagen, foto de archivo, imagem, immagine, foto di repertorio, beeld, kuva, zdjęcie, fot, zdroj foto, fotó, фото
    фото из архива, фотографія, снимка, φωτογραφία, φωτό, φωτο, fotoğraf, صورة, الصورة, تصوير, عکس, צילום, तस्वीर, फोटो
    फ़ोटो, ছবি, gambar, ảnh, 图片, 图片来源, 图源, 摄影, 圖片來源, 圖片, 攝影, 写真, 사진
    """
# A short line that holds one of these and a year is about the rights to the page, as is one that is one of these.
RESERVED = tuple(
    "alle rechte vorbehalten, tous droits réservés, todos los derechos reservados, todos os direitos reservados, "
    "tutti i diritti riservati, alle rechten voorbehouden, med ensamrätt, wszelkie prawa zastrzeżone, "
    "wszystkie prawa zastrzeżone, všechna práva vyhrazena, minden jog fenntartva, toate drepturile rezervate, "
    "все права защищены, всі права захищені, με επιφύλαξη παντός δικαιώματος, tüm hakları saklıdır, "
    "جميع الحقوق محفوظة, كل الحقوق محفوظة, כל הזכויות שמורות, सर्वाधिकार सुरक्षित, সর্বস্বত্ব সংরক্ষিত, "
    "hak cipta dilindungi, 版权所有, 版權所有, 無断転載を禁じます, 무단전재 및 재배포 금지".split(", ")
)


def label_rule(text: str) -> str | None:
    """Return the rule of the label that `text` is, or begins with where that tells what the rest is; else None.

    >>> label_rule("Comments (12)"), label_rule("READ NEXT »"), label_rule("Read the report")
    ('comments', 'related-heading', None)
    >>> label_rule("Lire aussi : la tempête ferme le port"), label_rule("Foto: Ada Alm")
    ('related-link', 'caption')
    """
    if len(text) <= _LONGEST and (rule := _RULES.get(_key(text.strip(_EDGES)))):
        return rule
    if leads_elsewhere(text):
        return "related-link"
    start = text[:_LONGEST_CREDIT]
    if (":" not in start and "：" not in start) or len(text) > _LONGEST_LED:
        return None
    return "caption" if _key(start.replace("：", ":").partition(":")[0].strip()) in _PICTURES else None


def leads_elsewhere(text: str) -> bool:
    """Tell whether a line begins with words such as "Lire aussi", behind which another story's headline stands."""
    labels = _ALSO_BY_BEGINNING.get(text[:_BEGINNING], ()) if len(text) <= _LONGEST_LED else ()
    key = _key(text[:_LONGEST]) if labels else ""
    return any(key.startswith(label) and not key[len(label) : len(label) + 1].isalnum() for label in labels)


def _key(text: str) -> str:
    """Return `text` without regard to case, and in one way of writing its signs."""
    return text.lower() if text.isascii() else normalize("NFC", text).casefold().replace(_DOTTED, "i")


def _labels(block: str) -> Iterator[str]:
    """Yield the labels of a block as keys, and as pages write them that have no accents, or only on small letters."""
    for label in filter(None, map(str.strip, block.replace("\n", ",").split(","))):
        yield from dict.fromkeys((_key(label), _key(label.upper()), _key(_unaccented(label))))


def _unaccented(text: str) -> str:
    """Return `text` without the accents of Latin and Greek letters: those of other scripts make another letter."""
    signs = normalize("NFD", text)
    return normalize("NFC", "".join(sign for sign in signs if not combining(sign) or signs[0] > "\u03ff"))


_ALSO, _PICTURES = tuple(_labels(_READ_ALSO)), frozenset(_labels(_PICTURE))
_ALSO_BY_BEGINNING = {
    way(begun)[:_BEGINNING]: tuple(label for label in _ALSO if label.startswith(begun))
    for begun in dict.fromkeys(label[:_BEGINNING] for label in _ALSO)
    for way in (str.lower, str.upper, str.capitalize)
}
_RULES = {label: rule for rule, block in _LABELS.items() for label in _labels(block)}
_RULES.update(dict.fromkeys(_ALSO, "related-heading"))
_RULES.update(dict.fromkeys((label for phrase in RESERVED for label in _labels(phrase)), "copyright"))
