/*
 * Phrases by which sites part the article from what surrounds it, in the languages of the papers we know of. They are
 * compared with folded lines, so they are folded here as well (`foldedSet`).
 */

/** Headings of what comes after an article: other stories, comments, the author. They stand alone on a line. */
// prettier-ignore
export const AFTER_ARTICLE: readonly string[] = [
  'related', 'related stories', 'related articles', 'related posts', 'related news', 'related topics',
  'related terms', 'related content', 'more from', 'more stories', 'more on this', 'read next',
  'you may also like', 'you might also like', 'you may like', 'recommended', 'recommended for you',
  'most popular', 'most read', 'popular posts', 'trending now', 'latest news', 'recent posts', 'comments',
  'comment', 'leave a comment', 'leave a reply', 'post a comment', 'add comment', 'join the conversation',
  'reader comments', 'responses', 'post navigation', 'about the author', 'about author', 'references',
  'visible links', 'hidden links', 'filed under', 'next article', 'previous article', 'further reading',
  'copyright', 'ahnliche beitrage', 'ahnliche artikel', 'verwandte artikel', 'verwandte themen',
  'weitere artikel', 'weitere beitrage', 'weitere meldungen', 'weitere themen',
  'das konnte sie auch interessieren', 'das konnte dich auch interessieren', 'mehr artikel', 'mehr aus',
  'meistgelesen', 'neueste beitrage', 'letzte beitrage', 'kommentare', 'kommentar', 'kommentar schreiben',
  'kommentar verfassen', 'kommentar hinterlassen', 'schreibe einen kommentar',
  'schreiben sie einen kommentar', 'hinterlasse eine antwort', 'hinterlasse einen kommentar',
  'antwort hinterlassen', 'antworten', 'beitragsnavigation', 'beitrags-navigation', 'uber den autor',
  'uber die autorin', 'weitererzahlen', 'schlagworter', 'schlagworte', 'empfehlungen', 'quellen',
  'articles similaires', 'articles lies', 'sur le meme sujet', 'commentaires', 'laisser un commentaire',
  'poster un commentaire', 'navigation de l\'article', 'noticias relacionadas', 'articulos relacionados',
  'entradas relacionadas', 'lo mas leido', 'lo mas visto', 'comentarios', 'deja un comentario',
  'deja una respuesta', 'navegacion de entradas', 'etiquetas', 'articoli correlati',
  'potrebbe interessarti', 'potrebbe interessarti anche', 'commenti', 'lascia un commento', 'rispondi',
  'navigazione articoli', 'articoli recenti', 'artigos relacionados', 'deixe um comentario',
  'gerelateerde artikelen', 'reacties', 'geef een reactie', 'bericht navigatie', 'مواضيع ذات صله',
  'مقالات ذات صله', 'اخبار ذات صله', 'التعليقات', 'تعليقات', 'اضف تعليق', 'اضف تعليقا', 'اترك تعليقا',
  'الاكثر قراءه', 'ارسل الى صديق', 'ارسل الي صديق', 'اطبع هذه الصفحه', 'جميع الحقوق محفوظه',
  'previous post', 'next post', 'previous story', 'next story', 'vorheriger artikel', 'nachster artikel',
  'vorheriger beitrag', 'nachster beitrag', 'article precedent', 'article suivant', 'articulo anterior',
  'articulo siguiente', 'siguiente articulo', 'entrada anterior', 'entrada siguiente', 'noticia anterior',
  'noticia siguiente', 'articolo precedente', 'articolo successivo', 'artigo anterior', 'proximo artigo',
  'post anterior', 'proximo post', 'vorig bericht', 'volgend bericht', 'poprzedni wpis', 'nastepny wpis',
  'onceki yazi', 'sonraki yazi', 'предыдущая запись', 'следующая запись', 'المقال السابق', 'المقال التالي',
  'الخبر السابق', 'الخبر التالي', 'similar articles', 'more like this', 'what do you think?',
  'sign up for our newsletter', 'das konnte dir auch gefallen', 'mehr zum thema', 'mehr von',
  'lesen sie auch', 'lesetipps', 'autor', 'die autorin', 'der autor', 'diskussion', 'ihre meinung',
  'les plus lus', 'vos reactions', 'a lire egalement', 'pour approfondir', 'lire la suite',
  'sur le meme theme', 'mas noticias', 'te recomendamos', 'relacionados', 'notas relacionadas',
  'articoli simili', 'i piu letti', 'leggi anche', 'posts relacionados', 'noticias relacionadas',
  'mais lidas', 'deixe uma resposta', 'gerelateerd', 'lees ook', 'laat een reactie achter',
  'recente berichten', 'meest gelezen', 'komentarze', 'dodaj komentarz', 'powiazane artykuly',
  'zobacz takze', 'czytaj takze', 'polecane', 'yorumlar', 'yorum yap', 'bir yanit yazin',
  'ilgili haberler', 'benzer haberler', 'son yazilar', 'комментарии', 'оставить комментарий',
  'добавить комментарий', 'похожие записи', 'похожие материалы', 'читайте также', 'по теме',
  'свежие записи', 'kommentarer', 'relaterade artiklar', 'lamna ett svar', 'relaterede artikler',
  'اقرا ايضا', 'قد يعجبك ايضا', 'شاهد ايضا', 'موضوعات متعلقه', 'اخبار متعلقه', 'اضافه تعليق',
  'الموضوع السابق', 'الموضوع التالي',
];

/** Headings of what stands beside an article or inside it: invitations to share, links, advertising. */
// prettier-ignore
export const ASIDES: readonly string[] = [
  'teilen', 'teilen mit', 'share this', 'share this article', 'share this story', 'werbung', 'anzeige',
  'newsletter', 'subscribe', 'newsletter abonnieren', 'themen', 'read more', 'read also', 'see also',
  'lesen sie auch', 'lesen sie mehr', 'a lire aussi', 'lire aussi', 'leggi anche', 'lees ook',
  'leia tambem', 'veja tambem', 'te puede interesar', 'tambien te puede interesar', 'mehr zum thema',
  'mehr zu diesem thema', 'auch interessant', 'table of contents', 'inhaltsverzeichnis', 'jetzt teilen',
  'gefallt mir', 'artikel teilen', 'beitrag teilen', 'diesen beitrag teilen', 'diesen artikel teilen',
  'condividi', 'compartir', 'partager', 'partager cet article', 'compartilhe', 'delen', 'شارك', 'شارك هذا',
  'اقرا ايضا', 'المزيد',
];

/** Beginnings of lines that are the page's, not the article's, whatever follows. */
// prettier-ignore
export const AFTER_ARTICLE_STARTS: readonly string[] = [
  'copyright ©', '© ', '(c) ', 'all rights reserved', 'filed under', 'posted in', 'tags:', 'tagged',
  'categories:', 'you can leave a response', 'this entry was posted', 'this story has been shared',
  'leave a comment', 'leave a reply', 'post a comment', 'kategorie:', 'kategorien:', 'schlagworte:',
  'schlagworter:', 'stichworte:', 'veroffentlicht in', 'veroffentlicht unter', 'abgelegt unter',
  'verschlagwortet', 'dieser beitrag wurde', 'dieser eintrag wurde', 'tous droits reserves', 'publie dans',
  'etiquetas:', 'categorias:', 'publicado en', 'tag:', 'thema:', 'themen:', 'جميع الحقوق محفوظه', 'الوسوم',
  'كلمات دليليه', 'share this:', 'share on', 'click to share', 'teilen mit:', 'teilen:',
  'auf facebook teilen', 'klick, um', 'klicken, um', 'gefallt mir:', 'like this:', 'previous post',
  'next post', 'vorheriger beitrag', 'nachster beitrag', 'vorheriger artikel', 'nachster artikel', '← ',
  'mehr zum thema', 'mehr zu:', 'lesen sie auch', 'read also', 'read more', 'see also',
  'lesen sie mehr', 'auch interessant', 'das konnte', 'you might also', 'you may also', 'lire aussi',
  'a lire aussi', 'leggi anche', 'lea tambien', 'te puede interesar', 'lees ook', 'subscribe to',
  'sign up for', 'follow us', 'folgen sie uns', 'folge uns', 'kommentar schreiben', 'kommentar verfassen',
  'um zu kommentieren', 'du kommentierst mit', 'you are commenting using', 'gib hier deinen kommentar',
  'trage deine daten', 'fill in your details', 'benachrichtigung bei weiteren', 'informiere mich uber',
  'notify me of', 'meinen namen, e-mail', 'save my name', 'gib deine e-mail', 'enter your email',
  'dieses werk ist unter', 'this work is licensed', 'powered by', 'zuruck zur ubersicht',
  'back to overview', 'wechseln zu', 'le puede interesar', 'diese website verwendet akismet',
  'this site uses akismet', 'mehr erfahren', 'learn more', 'schliesse dich', 'dir hat der artikel gefallen',
  'if you enjoyed', 'schreibe einen kommentar', 'deine e-mail', 'ihre e-mail', 'your email address',
  'disclaimer', 'advertising disclosure', 'article precedent', 'article suivant', 'articulo anterior',
  'articolo precedente', 'letzte aktualisierung', 'zuletzt aktualisiert', 'melden sie sich',
  'abonnieren sie', 'unterstutzen sie', 'ihr beitrag hilft', 'support our', 'please consider donating',
  'donate now', 'click here to subscribe', 'vos reactions', 'pour approfondir', 'noch mehr',
  'ihre meinung', 'diskutieren sie', 'lire la suite', 'leer mas', 'leggi tutto', 'leia mais',
  'czytaj wiecej', 'devamini oku', 'читать далее', 'اقرا المزيد', 'el articulo continua',
  'story continues below', 'artikel weiterlesen', 'this article was originally',
  'this post first appeared', 'todos los derechos reservados', 'tutti i diritti riservati',
  'todos os direitos reservados', 'alle rechte vorbehalten', 'alle rechten voorbehouden',
  'wszelkie prawa zastrzezone', 'tum haklari saklidir', 'все права защищены',
];

/** Words of which a line with two or more is a notice about cookies or data protection. */
// prettier-ignore
export const NOTICE_WORDS: readonly string[] = [
  'cookie', 'datenschutz', 'privacy policy', 'personenbezogen', 'einwilligung', 'consent', 'tracking',
  'personalis', 'personalized', 'politique de confidentialite', 'werbeblocker', 'ad blocker', 'adblock',
  'opt-out', 'wayback machine', 'internet archive', 'crawls', 'captures', 'gdpr', 'dsgvo', 'browser', 'javascript', 'ملفات تعريف الارتباط',
];

/** What a notice about cookies speaks of besides; one of these and the word itself make it one. */
// prettier-ignore
export const COOKIE_WORDS: readonly string[] = [
  'einverstanden', 'einstellungen', 'akzeptier', 'deaktivier', 'notwendige', 'zustimm', 'verwendet cookies',
  'verwenden cookies', 'cookies verwenden', 'nutzt cookies', 'use cookies', 'uses cookies', 'accept', 'agree',
  'settings', 'preferences', 'utilise des cookies', 'accepter', 'utilizamos', 'utiliza cookies', 'aceptar',
  'utilizza cookie', 'accetta', 'accett', 'aceitar', 'gebruikt cookies', 'gebruik van cookies', 'akkoord', 'plikow cookie',
  'akceptuj', 'cerez', 'файлы', 'согла', 'mit der nutzung', 'durch die nutzung', 'by using', 'by continuing',
  'en poursuivant', 'al continuar', 'continuando',
];

/** Links and labels of a site's own, as whole lines. */
// prettier-ignore
export const CHROME: readonly string[] = [
  'skip to content', 'skip to the content', 'skip to main content', 'skip to navigation', 'skip navigation',
  'jump to navigation', 'toggle navigation', 'menu', 'main menu', 'navigation', 'search', 'search for',
  'home', 'homepage', 'sections', 'log in', 'login', 'sign in', 'sign up', 'register', 'subscribe',
  'newsletter', 'newsletters', 'contact', 'contact us', 'about', 'about us', 'privacy policy',
  'terms of use', 'print', 'print this page', 'e-mail this story to a friend', 'email', 'share',
  'share on facebook', 'share on twitter', 'tweet', 'facebook', 'twitter', 'whatsapp', 'instagram',
  'youtube', 'pinterest', 'linkedin', 'back', 'top', 'back to top', 'close', 'more', 'select page',
  'select a page', 'advertisement', 'follow us', 'rss', 'rss feed', 'archive', 'archives',
  'wayback machine', 'creative commons license', 'reply', 'like', 'loading', 'zum inhalt springen',
  'zum inhalt wechseln', 'zum hauptinhalt springen', 'direkt zum inhalt', 'zur hauptnavigation springen',
  'zur hauptsidebar springen', 'zur fusszeile springen', 'zur startseite', 'startseite', 'suche', 'suchen',
  'suche nach', 'anmelden', 'einloggen', 'registrieren', 'kontakt', 'impressum', 'datenschutz',
  'datenschutzerklarung', 'uber mich', 'uber uns', 'drucken', 'teilen', 'twittern', 'merken', 'zuruck',
  'nach oben', 'schliessen', 'mehr', 'weiterlesen', 'abo', 'service', 'archiv', 'logo', 'aller au contenu',
  'accueil', 'recherche', 'rechercher', 'connexion', 'imprimer', 'retour', 'ir al contenido',
  'saltar al contenido', 'inicio', 'buscar', 'imprimir', 'siguenos', 'vai al contenuto', 'cerca', 'stampa',
  'inhoud', 'zoeken', 'انتقل الي المحتوي', 'الرييسيه', 'الرئيسيه', 'بحث', 'القائمه', 'طباعه', 'اتصل بنا',
  'من نحن', 'المزيد', 'تسجيل الدخول',
  'pinnen', 'twitter (opens in new window)', 'mail', 'kopieren', 'link kopieren', 'copy link', 'reddit',
  'telegram', 'tumblr', 'flipboard', 'xing', 'pin it', 'email this', 'save', 'saved', 'listen',
  'vorlesen', 'anhoren', 'artikel anhoren', 'kommentieren', 'gefallt mir', 'merken', 'folgen', 'follow',
  'zum artikel', 'ver mas', 'voir plus', 'vedi tutti', 'partager', 'compartilhar', 'compartir',
  'condividi', 'delen', 'udostepnij', 'paylas', 'поделиться', 'главная', 'поиск', 'меню', 'szukaj', 'ara',
  'anasayfa', 'strona glowna', 'pesquisar', 'menu principal',
];
