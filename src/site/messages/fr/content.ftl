# Ce qui ne va pas dans le site, ses textes, ses images et ses fichiers, ou dans ce qu’ils citent.

# Ce que décrivent des champs.
content-site = le site
content-article = un article
content-event = un évènement
content-page = une page
content-session = une séance
content-person = une personne
content-picture = une image
content-recording = un enregistrement
content-link = un lien
content-host = un hébergeur
content-account = un compte sur un autre site
content-result = un résultat

# Valeurs à écrire.
content-featured = un résultat : le nom de son fichier, et le tour si ce n’est pas le dernier
content-language = une langue que parlent les pages : pour l’instant, le français seulement
content-base = l’adresse du site, sans rien après le nom de domaine
content-base-folder = `base` contient un dossier
content-base-folder-found = `{ $folder }` est de trop
content-base-folder-help = écrivez `"{ $base }"`, puis construisez le site avec `urne build --public-url { $folder }`
content-base-example = `base` est encore une adresse d’exemple
content-base-example-found = personne ne trouvera le site à cette adresse
content-base-example-help = écrivez l’adresse du site, comme `"https://www.votre-nom.fr"` ; le flux, le plan du site et les aperçus partagés en ont besoin
content-base-insecure = les navigateurs diront que ce site n’est pas sécurisé
content-base-insecure-found = cette adresse commence par http://
content-time-zone = le nom d’un fuseau horaire
content-time-zone-example = "Europe/Paris", ou "Indian/Reunion"
content-phone = un numéro de téléphone, chiffres groupés ou non
content-icon = l’icône n’est pas un dessin
content-icon-found = son nom ne finit pas par `.svg`
content-icon-help = enregistrez-la en SVG : net à toutes les tailles, et léger

# Articles et évènements.
content-no-summary = cet article n’a pas de résumé pour les listes
content-no-summary-found = ni `summary`, ni texte avant une coupure
content-no-summary-help = ajoutez `summary`, ou la ligne `<!-- more -->` après les premiers paragraphes
content-day-to-come = la date de cet article est à venir
content-day-to-come-found = nous sommes le { $today }
content-day-to-come-help = corrigez la date, ou ajoutez `publish_at` pour publier l’article plus tard
content-did-not-stand = personne de ce nom ne s’est présenté
content-did-not-stand-found = ce nom n’est pas dans : { $election }
content-did-not-stand-help = écrivez le nom comme les pages de cette élection
content-nothing-before = il n’y a rien à quoi comparer
content-nothing-before-found = ce site n’a pas d’élection antérieure de cette sorte
content-nothing-before-help = retirez `compared`, ou donnez le même `kind` aux deux élections
content-far-year = vérifiez l’année
content-far-year-found = { $year } est loin d’aujourd’hui et de tout le reste du site
content-far-year-help = corrigez l’année ; si elle est juste, il n’y a rien à faire
content-ends-first = l’évènement finit avant de commencer
content-ends-first-found = il commence le { $start }
content-ends-first-help = corrigez `start` ou `end`

# Quand quelque chose est publié.
content-published = en ligne
content-published-from = à paraître le { $moment }
content-draft = un brouillon
content-unpublished = cette page n’est pas encore publiée
content-unpublished-found = { $page } est { $publication }
content-unpublished-help = publiez les deux en même temps, ou n’en parlez pas d’ici là

# Fichiers et noms de fichiers.
content-unexpected-file = ce fichier n’a pas sa place ici
content-unexpected-file-help = les articles sont dans news/*.md, les évènements dans events/*.md, les pages dans pages/*.md, les résultats dans results/*.json, leurs tableaux dans results/<élection>/*.csv, les contours dans contours/*.json, les images dans media/*, les fichiers pour l’hébergeur dans static/*
content-two-endings = ce fichier s’appelle en réalité `{ $name }`
content-two-endings-help = renommez-le en `{ $name }`. Windows cache souvent la fin des noms : dans l’Explorateur, menu Affichage, Afficher, cochez « Extensions de noms de fichiers » ; dans le Bloc-notes, choisissez « Tous les fichiers » en enregistrant
content-no-ending = le nom d’un texte finit par `.md`
content-no-ending-help = renommez-le en `{ $name }`
content-document = les documents de traitement de texte et les PDF ne font pas de pages
content-document-help = commencez un texte avec `urne new article "Titre"`, et collez-y celui du document ; pour le proposer au téléchargement, placez-le dans media/ et liez-le : `[Le compte rendu](/media/compte-rendu.pdf)`
content-sheet = les classeurs ne font pas de pages
content-sheet-help = pour des résultats, sortez-le du dossier et importez-le avec `urne import results` ; pour le proposer au téléchargement, placez-le dans media/
content-picture-help = placez les images dans media/
content-folder-unreadable = ce dossier ne peut pas être lu : { $error }
content-folder-unreadable-help = vérifiez que le dossier existe et qu’il peut être ouvert
content-symbolic-link = les liens symboliques ne sont pas suivis
content-symbolic-link-help = mettez le fichier lui-même dans le contenu
content-no-slug = `{ $name }` ne peut pas faire partie d’une adresse
content-no-slug-help = nommez le fichier avec des minuscules sans accent, des chiffres et des traits d’union
content-no-url = le nom de ce fichier ne peut pas faire partie d’une adresse
content-no-url-help = nommez-le avec des lettres sans accent, des chiffres, `-`, `_` et `.`
content-other-slug = `slug` n’est pas le nom du fichier
content-other-slug-found = le fichier s’appelle `{ $slug }`
content-other-slug-help = renommez le fichier, ou écrivez `{ $slug }`, ou retirez ce champ
content-slug-taken = l’adresse `{ $slug }` est déjà celle de `{ $by }`
content-slug-taken-help = renommez l’un des deux fichiers : son nom fait l’adresse de la page
content-path-taken = cette adresse est prise
content-path-taken-found = { $url } sert au site lui-même
content-path-taken-help = renommez le fichier
content-url-taken = l’adresse `{ $url }` est prise
content-url-taken-help = renommez ce fichier, ou retirez-le : le site a déjà quelque chose à cet endroit
content-no-election = il n’y a pas d’élection `{ $election }`
content-no-election-help = écrivez le fichier de l’élection, ou corrigez le nom du dossier
content-no-table = ce n’est pas le nom d’un tableau
content-no-table-help = les tableaux s’appellent round-1-communes.csv, round-1-communes-candidates.csv, round-1-candidates.csv, etc. (docs/import.md)

# Images.
content-no-alternative = l’image n’a pas de description
content-no-alternative-found = rien ne dit ce qu’elle montre
content-no-alternative-help = ajoutez `alt` : ce que montre l’image, pour qui ne la voit pas
content-no-such-picture = cette image n’existe pas
content-no-such-picture-help = mettez le fichier dans le dossier `media/` du contenu
content-no-picture = ce fichier n’est pas une image
content-no-picture-found = ses dimensions sont inconnues
content-no-picture-help = choisissez un fichier JPEG, PNG, WebP, AVIF, GIF ou SVG
content-no-size = les dimensions de cette image ne peuvent pas être lues
content-no-size-help = enregistrez-la de nouveau en JPEG, PNG ou WebP, ou en SVG avec largeur et hauteur
content-slow-picture = cette image pèse { $size } ko : un téléphone l’attend longtemps
content-slow-picture-help = enregistrez-la de nouveau en JPEG ou WebP, large de 1600 pixels au plus, en qualité moindre
content-active-file = un navigateur exécuterait ce que contient ce fichier
content-active-file-help = faites-en une page dans `pages/`, ou un PDF ; enregistrez les dessins en SVG

# Dessins.
content-svg-doctype = ce fichier SVG a une déclaration de type
content-svg-doctype-found = elle commence ici
content-svg-doctype-help = supprimez `<!DOCTYPE …>`, ou enregistrez le dessin en « SVG simple »
content-svg-instruction = un fichier SVG ne peut pas contenir d’instructions de traitement
content-svg-active = un fichier SVG ne peut contenir que des dessins
content-svg-changes-links = un fichier SVG ne peut pas modifier des liens
content-svg-style-loads = le style d’un fichier SVG ne peut rien charger
content-svg-handler = un fichier SVG ne peut pas lancer d’action (`onclick`, `onload`, etc.)
content-svg-leads = un fichier SVG ne peut pas mener à d’autres fichiers ou sites
content-svg-runs = un fichier SVG ne peut rien exécuter
content-svg-found = un navigateur exécuterait ou chargerait ceci
content-svg-help = enregistrez le dessin en « SVG simple », sans scripts, liens ni fichiers liés, ou en PNG

# Liens, et résultats ou évènements insérés ou mis en avant.
content-no-target = ce lien ne mène nulle part
content-no-target-found = il n’y a rien à l’adresse `{ $path }`
content-no-target-help = écrivez une page comme `/actualites/…/`, un fichier comme `/media/…`, un autre site comme `https://…`
content-no-page-help = choisissez une page qui existe
content-no-slash-help = terminez par une barre oblique : `{ $path }`
content-no-anchor-found = rien ne porte le nom `{ $link }` dans la page
content-no-anchor-help = pour viser un titre de cette page, écrivez `#section-` puis ses mots, en minuscules sans accents, séparés par des traits d’union
content-no-such-file = il n’y a pas de fichier `{ $path }`
content-no-such-page-help = écrivez le nom d’un fichier de `{ $folder }`, sans ce qui suit le point
content-no-such-election = cette élection n’existe pas
content-no-such-event = cet évènement n’existe pas
content-no-such-round = ce tour n’existe pas
content-no-such-round-found = `{ $path }` n’a pas de tour { $round }
content-no-such-round-help = écrivez le numéro d’un de ses tours
content-featured-round-help = écrivez le numéro d’un de ses tours, ou retirez `round` pour montrer le dernier

# Contours que nomme une élection.
content-no-such-outlines = ces contours n’existent pas
content-no-such-outlines-help = importez des contours avec `urne import contours` (docs/fr/resultats.md)
content-without-outline = { $count ->
    [one] un territoire du tour { $round } n’a pas de contour
   *[other] { $count } territoires du tour { $round } n’ont pas de contour
}
content-without-outline-found = sans contour : { $names }
content-without-outline-help = nommez des contours de l’année des résultats : des communes fusionnent ou se séparent
content-other-outlines = ces contours sont ceux d’autres territoires
content-other-outlines-found = aucun n’est celui d’un territoire des tableaux de cette élection
content-other-outlines-help = nommez les contours de ces territoires, ou retirez `contours`
content-program = ceci est un programme, ou un fichier du système
content-program-help = supprimez-le : aucun visiteur n’en a besoin
content-heic = cette image est au format des iPhone (HEIC), que la plupart des navigateurs ne montrent pas
content-heic-help = enregistrez-la en JPEG ; sur l’iPhone : Réglages, Appareil photo, Formats, « Le plus compatible »
content-large-file = ce fichier pèse { $size } Mo
content-large-file-help = restez sous { $most } Mo : déposez les vidéos là où on les regarde, et mettez un lien
content-large-picture = cette image mesure { $width } × { $height } pixels
content-large-picture-help = enregistrez-la en 4000 pixels de large au plus : aucun écran n’en montre davantage
content-cut-off = cette image est incomplète
content-cut-off-help = copiez-la de nouveau : il manque la fin du fichier
content-not-read = { $error }
content-not-read-help = rendez ce fichier lisible, ou supprimez-le
content-not-kept = ce qui est fait de cette image ne peut pas être gardé : { $error }
content-not-kept-help = nommez dans URNE_CACHE un dossier où le programme peut écrire
content-place = ce fichier dit où il a été fait
content-place-help = enregistrez l’image en JPEG dans `media/`, où le lieu est retiré ; d’une vidéo, retirez le lieu sur le téléphone avant de l’envoyer
content-rule = une règle de répétition (RRULE de la norme RFC 5545)
content-rule-example = "FREQ=WEEKLY" (chaque semaine), "FREQ=MONTHLY;BYDAY=1SA" (le premier samedi de chaque mois), suivi au besoin de ";UNTIL=20171231" ou ";COUNT=10"
content-no-day = cette règle ne donne aucun jour
content-no-day-found = aucun jour depuis `start`
content-no-day-help = corrigez la règle, ou retirez des jours de `except`
content-updated-first = l’article est mis à jour avant d’être publié
content-updated-first-found = `date` est le { $date }
content-updated-first-help = corrigez `date` ou `updated`
content-reserve = une période de réserve
content-reserve-backwards = cette période finit avant de commencer
content-reserve-backwards-found = elle commence le { $from }
content-reserve-backwards-help = corrigez `from` ou `until`
content-record = ce fichier n’est pas celui que `urne reserve` écrit
content-record-help = supprimez-le, et lancez de nouveau `urne reserve` avant que la période ne commence
content-alias = une ancienne adresse de cette page, sans point d’interrogation ni signe %, ou une liste d’anciennes adresses

# L’éditeur dans le navigateur

content-service = un service : `"github"`, `"gitlab"` ou `"gitea"`
content-repository = un dépôt, avec son propriétaire
content-admin = le réglage de l’éditeur du navigateur
content-no-app = GitHub n’a pas d’`app_id`
content-no-app-found = il est de GitLab et de Gitea
content-no-app-help = retirez ce champ : sans `sign_in`, on se connecte à GitHub avec un jeton
content-no-sign-in = `sign_in` n’est que pour GitHub
content-no-sign-in-found = ce service connecte lui-même
content-no-sign-in-help = retirez ce champ, et écrivez s’il le faut `app_id`
content-admin-taken = `/admin/` est l’adresse de l’éditeur
content-admin-taken-help = nommez-la autrement, ou retirez `admin` de site.json
