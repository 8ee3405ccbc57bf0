"""The names of the months, full and short, in the languages that news comes in, and which month each means.

The names are those of the Unicode CLDR (unicode.org/cldr), with the forms that they take beside a day ("31 января").
They stand here in lower case without accents, as `month_of` looks them up, so that "FÉVRIER" and "fevrier" are found
too. What two languages mean differently is left out, but for the Polish and Czech November, which is the Croatian
October: the Croatian one has a full stop after the day, and `writtendates` does not read it.
"""

import re
import unicodedata

_NAMES = (
    """
    ene, enero, gen, gener, gennaio, ian, ianuarie, jaan, jaanuar, jan, janeiro, janner, januar, januara, januari,
    january, janv, janvaris, janvier, led, leden, ledna, oca, ocak, saus, sausio, sausis, sij, sijecanj, sijecnja, sty,
    styczen, stycznia, tammi, tammikuu, tammikuuta, yan, yanvar, ιαν, ιανουαριοσ, ιανουαριου, січ, січень, січня, янв,
    январь, января, яну, януари, јан, јануар, ינו, ינואר, جانفي, جنوری, كانون الثاني, يناير, ژانویه, जन, जनवरी, জানু,
    জানুযারী
    """,
    """
    feb, febbraio, febr, febrer, feber, febrero, februar, februara, februari, februarie, februaris, february, fev,
    fevereiro, fevr, fevral, fevrier, helmi, helmikuu, helmikuuta, lut, lutego, luty, sub, subat, uno, unor, unora, vas,
    vasario, vasaris, veebr, veebruar, velj, veljaca, veljace, φεβ, φεβρουαριοσ, φεβρουαριου, лют, лютии, лютого, феб,
    фебруар, фев, февр, февраль, февраля, февруари, פבר, פברואר, شباط, فبراير, فروری, فوریه,
    فيفري, फर, फरवरी, ফেব, ফেবরুযারী
    """,
    """
    bre, brezen, brezna, kov, kovas, kovo, maalis, maaliskuu, maaliskuuta, maart, mac, mar, marc, marca, march,
    marcius, marco, marec, maret, mars, mart, martie, marts, marz, marzec, marzo, mrt, ozu, ozujak, ozujka, μαρ,
    μαρτιοσ, μαρτιου, бер, березень, березня, мар, март, марта, מרץ, اذار, مارس, مارچ, मारच, মারচ
    """,
    """
    abr, abril, apr, aprel, april, aprila, aprile, aprilie, aprilis, aprill, avr, avril, bal, balandis, balandzio,
    dub, duben, dubna, huhti, huhtikuu, huhtikuuta, kwi, kwiecien, kwietnia, nis, nisan, tra, travanj, travnja, απρ,
    απριλιοσ, απριλιου, апр, апрель, апреля, април, квіт, квітень, квітня, אפר, אפריל, ابريل, افريل, اوریل, اپریل,
    نيسان, अपरैल, এপরি, এপরিল
    """,
    """
    geg, geguze, geguzes, kve, kveten, kvetna, mag, maggio, mai, maig, maijs, maio, maj, maja, majus, may, mayis,
    mayo, mei, svi, svibanj, svibnja, touko, toukokuu, toukokuuta, μαι, μαιοσ, μαιου, маи, мая, мај, трав, травень,
    травня, מאי, ايار, ماي, مايو, مه, ميی, मई, মে
    """,
    """
    birz, birzelio, birzelis, cerven, cervna, cvn, cze, czerwca, czerwiec, giu, giugno, haz, haziran, iun, iunie, iyn,
    iyun, juin, jun, juna, june, junho, juni, junij, junijs, junio, junius, juny, juuni, kesa, kesakuu, kesakuuta,
    lipanj, lipnja, ιουν, ιουνιοσ, ιουνιου, июн, июнь, июня, черв, червень, червня, юни, јун, יוני, جوان, جون, حزيران,
    يونيو, ژوين, जून, জুন
    """,
    """
    cervence, cervenec, cvc, heina, heinakuu, heinakuuta, iul, iulie, iyl, iyul, juil, juillet, jul, jula, julai,
    julho, juli, julij, julijs, julio, juliol, julius, july, juuli, liep, liepa, liepos, lipca, lipiec, lug, luglio,
    srpanj, srpnja, tem, temmuz, ιουλ, ιουλιοσ, ιουλιου, июл, июль, июля, лип, липень, липня, юли, јул, יולי, تموز,
    جولايی, جويلية, يوليو, يوليوز, ژويیه, जुल, जुलाई, জুল, জুলাই
    """,
    """
    ago, agost, agosto, agu, agustos, agustus, aout, aug, august, augusta, augusti, augusts, augustus, augusztus, avg,
    avgust, avq, avqust, elo, elokuu, elokuuta, kol, kolovoz, kolovoza, ogo, ogos, rugp, rugpjucio, rugpjutis, sie,
    sierpien, sierpnia, srpen, srpna, αυγ, αυγουστοσ, αυγουστου, авг, август, августа, серп, серпень, серпня, אוג,
    אוגוסט, اب, اغسطس, اوت, اگست, غشت, अग, अगसत, আগ, আগসট
    """,
    """
    eyl, eylul, rugs, rugsejis, rugsejo, ruj, rujan, rujna, sen, sentyabr, sep, sept, septembar, september, septembra,
    septembre, septembrie, septembris, septiembre, set, setembre, setembro, settembre, syys, syyskuu, syyskuuta,
    szept, szeptember, wrz, wrzesien, wrzesnia, zar, zari, σεπ, σεπτεμβριοσ, σεπτεμβριου, вер, вересень, вересня,
    сент, сентябрь, сентября, сеп, септембар, септември, ספט, ספטמבר, ايلول, سبتمبر, ستمبر, سپتامبر, شتنبر, सित,
    सितंबर, সেপ, সেপটেমবর
    """,
    """
    eki, ekim, loka, lokakuu, lokakuuta, oct, october, octobre, octombrie, octubre, okt, oktobar, oktober, oktobra,
    oktobris, oktoober, oktyabr, ott, ottobre, out, outubro, paz, pazdziernik, pazdziernika, rij, rijen, rijna, spal,
    spalio, spalis, οκτ, οκτωβριοσ, οκτωβριου, жовт, жовтень, жовтня, окт, октобар, октомври, октябрь, октября, אוק,
    אוקטובר, اكتوبر, اکتبر, اکتوبر, تشرين الاول, अकटू, अकटूबर, অকটো, অকটোবর
    """,
    """
    kas, kasim, lapkr, lapkricio, lapkritis, listopad, listopada, listopadu, marras, marraskuu, marraskuuta,
    noiembrie, nov, novembar, november, novembra, novembre, novembris, novembro, noviembre, noy, noyabr, stu, studeni,
    studenoga, νοε, νοεμβριοσ, νοεμβριου, лист, листопад, листопада, нов, новембар, ное, ноември, нояб, ноябрь,
    ноября, נוב, נובמבר, تشرين الثاني, نوامبر, نوفمبر, نومبر, نونبر, नव, नवंबर, নভে, নভেমবর
    """,
    """
    ara, aralik, dec, decembar, december, decembra, decembre, decembrie, decembris, dek, dekabr, des, desember,
    desembre, dets, detsember, dez, dezember, dezembro, dic, dicembre, diciembre, dis, disember, gru, grudnia,
    grudzien, gruod, gruodis, gruodzio, joulu, joulukuu, joulukuuta, pro, prosinac, prosinca, prosince, prosinec, δεκ,
    δεκεμβριοσ, δεκεμβριου, груд, грудень, грудня, дек, декабрь, декабря, декември, дец, децембар, דצמ, דצמבר, دجنبر,
    دسامبر, دسمبر, ديسمبر, كانون الاول, दिस, दिसंबर, ডিসে, ডিসেমবর
    """,
)
_MONTH_OF = {
    name.strip(): month for month, names in enumerate(_NAMES, 1) for name in " ".join(names.split()).split(",")
}
# Short names that are words of English or of another language that much is written in: "Windows 11 Pro 2024".
_WORDS_TOO = frozenset(
    "ara bal bre des dis dub elo gen gru haz kas kol led lug lut mac mag nis out ozu paz pro rij sen set sie stu sty "
    "sub svi tem tra uno vas zar".split()
)
# Where the month stands first, as in English, fewer still are names of months: "years ago 12 2024", "Augusta 3 2024".
_NEVER_FIRST = _WORDS_TOO | frozenset("ago ene eki kov geg ott mars marc marco marca mart augusta julius led".split())
_LINKS = frozenset("de del d of st nd rd th er re a o ° г year".split())  # "1st of", "1er", "1º de", "31:a"
_WORD = re.compile(r"[^\s\d.,/()|:;'’\"–—-]+")
_HEBREW_IN = "ב"  # glued to the name
_MOST_WORDS = 6  # of a date between its day and its year: "de janeiro de"


def month_of(text: str) -> int | None:
    """Return the month, from 1, that all the words of `text` name, linking words aside.

    >>> month_of(" de Enero de "), month_of("يناير/كانون الثاني"), month_of("march to april"), month_of("ships in")
    (1, 1, None, None)
    """
    words = [word.removeprefix(_HEBREW_IN) for word in _WORD.findall(_plain(text)) if word not in _LINKS][:_MOST_WORDS]
    months, start = set(), 0
    while start < len(words):
        two, one = _MONTH_OF.get(" ".join(words[start : start + 2])), _MONTH_OF.get(words[start])
        months.add(two or one)
        start += 2 if two else 1
    return months.pop() if len(months) == 1 else None


def is_word_too(text: str, *, first: bool = False) -> bool:
    """Tell whether a month's name in `text` is another word as well; `first`: it stands before the day.

    >>> is_word_too("Pro"), is_word_too(" de set. de "), is_word_too("March"), is_word_too("ago", first=True)
    (True, True, False, True)
    """
    words = _NEVER_FIRST if first else _WORDS_TOO
    return any(word in words for word in _WORD.findall(_plain(text)))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold()).replace("ı", "i")
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
