# Ce que `urne import wordpress` dit d’un export de WordPress, et de ce qu’il en fait.

## Fichiers illisibles

wordpress-place = ligne { $line }, colonne { $column }
wordpress-again-help = exportez de nouveau le contenu dans WordPress (« Outils », « Exporter », « Tout le contenu ») et donnez le fichier .xml entier
wordpress-too-large = il dépasse 512 Mo
wordpress-too-large-help = exportez le site en plusieurs fois (par année ou par auteur) et importez les fichiers l’un après l’autre
wordpress-archive = c’est une archive compressée
wordpress-archive-help = ouvrez-la, puis importez l’un après l’autre les fichiers .xml qui en sortent
wordpress-wrong-bytes = il n’est pas en { $encoding }, comme il le dit
wordpress-wrong-bytes-help = exportez-le de nouveau et ne l’ouvrez pas dans un éditeur avant ; ou écrivez dans sa première ligne l’encodage qu’il a, comme encoding="windows-1252"
wordpress-unknown-encoding = l’encodage « { $name } » est inconnu
wordpress-unknown-encoding-help = exportez-le de nouveau : WordPress écrit de l’UTF-8
wordpress-no-export = ce n’est pas un export de WordPress (WXR)
wordpress-doctype = il définit lui-même des entités (DOCTYPE), ce que WordPress ne fait jamais
wordpress-doctype-help = ce fichier ne vient pas de l’export de WordPress, ou quelqu’un l’a changé : exportez-le de nouveau
wordpress-cut = il s’arrête au milieu
wordpress-malformed = ce n’est pas du XML correct ({ $error })
wordpress-malformed-help = exportez-le de nouveau ; si l’erreur revient, corrigez le fichier à cet endroit avec un éditeur de texte

## Le dossier des contenus

wordpress-no-site = il n’y a pas de site dans { $folder } ; commencez-en un avec `urne new`
wordpress-settings-wrong = site.json a une erreur ; `urne check` la montre
wordpress-no-record = { $path } n’est plus le relevé d’un import ; reprenez-le d’une copie de sauvegarde
wordpress-refused = le site ne pourrait plus être construit à cause de { $path } : { $why }
wordpress-unsettled = le site ne pourrait plus être construit ; `urne check` montre ce qui ne va pas déjà

## Pendant l’import

wordpress-progress = { $done } textes convertis sur { $all }
wordpress-pictures = { $count ->
    [one] { $count } fichier à reprendre
   *[other] { $count } fichiers à reprendre
}
wordpress-checking = Vérification du site tel qu’il sera

## Ce qui est écrit dans les textes

wordpress-see-on = Voir sur { $host }
wordpress-untitled = Sans titre ({ $id })
wordpress-news = Actualités

## Le compte

wordpress-account = Import de { $file }
wordpress-account-help = Voici ce que contient l’export et ce qu’il en est advenu. Parcourez la liste, cochez ce qui est fait : rien de ce fichier n’est publié.
wordpress-all = { $file }
wordpress-of = { $kind } / { $status }
wordpress-row = { $what } : { $total } = { $kept } repris + { $converted } à relire + { $listed } non repris + { $known } déjà là
wordpress-others = Fichiers copiés dans media/ : { $copied }. Commentaires : { $comments }, comptés texte par texte. Rubriques : { $categories }, étiquettes et autres termes : { $terms }. Caractères de contrôle ôtés : { $controls }.
wordpress-section = { $title } : { $count }
wordpress-done = Le compte rendu, à parcourir : { $path }
wordpress-nothing-new = Rien de nouveau : rien n’a été écrit.
wordpress-left = Non repris
wordpress-left-line = { $title } — { $address } (ligne { $line })
wordpress-left-failed = Impossible à reprendre (voir plus haut)
wordpress-left-twice = Une seconde fois dans le même fichier
wordpress-left-trash = Dans la corbeille de WordPress
wordpress-left-empty = Brouillon vide que WordPress a créé lui-même
wordpress-left-revision = Version antérieure d’un texte
wordpress-left-menu = Ligne d’un menu : écrivez les menus dans `navigation` de site.json
wordpress-left-shared = Bloc partagé : il est repris dans les textes qui le montrent
wordpress-left-theme = Réglage du thème ou d’une extension
wordpress-left-kind = Contenu d’une extension (« { $kind } »)
wordpress-left-unused = Fichier qu’aucun texte importé n’utilise
wordpress-left-refused = Fichier qu’un site ne peut pas avoir
wordpress-left-missing = Fichier absent du dossier donné avec --media
wordpress-file-taken = un autre fichier porte déjà ce nom

## Précisions

wordpress-letters = { $count ->
    [one] { $count } caractère
   *[other] { $count } caractères
}
wordpress-letters-of-title = dans le titre : { $count ->
    [one] { $count } caractère
   *[other] { $count } caractères
}
wordpress-to-draft = { $address }, vers le brouillon « { $title } »
wordpress-wide-table = un tableau de { $count } colonnes est devenu une liste
wordpress-too-long = le texte fait { $size } ko, plus qu’un fichier ne peut avoir : découpez-le dans WordPress et exportez de nouveau
wordpress-no-category = aucune ; mis dans « { $taken } »
wordpress-categories = « { $taken } » ; non reprises : { $others }
wordpress-counted = { $comments ->
    [0] aucun commentaire
    [one] { $comments } commentaire
   *[other] { $comments } commentaires
}, { $others ->
    [0] aucun rétrolien
    [one] { $others } rétrolien
   *[other] { $others } rétroliens
}

## Ce qui est à relire

wordpress-failed = Texte non repris
wordpress-failed-advice = Reprenez ces textes à la main.
wordpress-no-alternative = Image sans description
wordpress-no-alternative-advice = Écrivez entre les crochets de l’image, ou dans `alt`, ce que l’on y voit : la légende ou le titre en tient lieu, et `urne check` signale les images qui n’ont rien.
wordpress-picture-missing = Image absente
wordpress-picture-missing-advice = L’image n’est pas dans le dossier donné avec --media, ou elle est sur un autre site ; le texte a un lien vers elle. Mettez le fichier dans media/ et remplacez le lien par `![ce qu’on y voit](media/…)`, avant que l’ancien site ne s’arrête.
wordpress-file-missing = Document absent
wordpress-file-missing-advice = Le document n’est pas dans le dossier donné avec --media ; le lien mène encore à l’ancien site. Mettez le fichier dans media/ et corrigez le lien.
wordpress-file-refused = Fichier refusé
wordpress-file-refused-advice = Un site ne peut pas avoir ce fichier tel qu’il est ; la raison est entre parenthèses. Le lien mène encore à l’ancien site.
wordpress-link-lost = Lien vers l’ancien site
wordpress-link-lost-advice = L’export n’a rien à cette adresse. Le lien y mène encore : corrigez-le ou ôtez-le.
wordpress-link-removed = Lien ôté
wordpress-link-removed-advice = Ce lien ne mène nulle part ici, mène à un brouillon, ou était dans une légende ; ses mots sont restés.
wordpress-shortcode = Code court ôté
wordpress-shortcode-advice = Une extension de WordPress mettait là quelque chose ; ce qu’il entourait est resté.
wordpress-dynamic = Bloc rempli par WordPress
wordpress-dynamic-advice = WordPress écrivait là une liste ou un formulaire ; il n’y a plus rien.
wordpress-removed = Élément ôté
wordpress-removed-advice = Formulaires, scripts et dessins ne peuvent pas être repris.
wordpress-player = Vidéo ou autre contenu intégré, devenu un lien
wordpress-player-advice = Vérifiez les mots du lien ; pour une vidéo de l’article, `[video]` fait mieux.
wordpress-plain = Passage repris sans sa mise en forme
wordpress-plain-advice = Tous les mots sont là ; refaites la mise en forme si elle manque.
wordpress-invisible = Caractères invisibles ôtés
wordpress-invisible-advice = Relisez le passage s’il est dans une autre écriture.
wordpress-title = Titre absent ou trop long
wordpress-title-advice = Écrivez un titre.
wordpress-day = Date absente
wordpress-day-advice = Le jour de l’import en tient lieu ; corrigez `date`.
wordpress-category = Rubrique choisie
wordpress-category-advice = Un article a une seule rubrique ici ; changez `category` si une autre convient mieux.
wordpress-address = Adresse changée
wordpress-address-advice = Un autre texte, ou le site lui-même, est déjà à l’adresse voulue.
wordpress-alias = Ancienne adresse sans suite
wordpress-alias-advice = Elle ne peut pas mener ici (adresse avec « ? », lettres non latines, ou adresse du site lui-même) : changez les liens que vous connaissez.
wordpress-draft = Brouillon
wordpress-draft-advice = Ôtez `draft = true` quand le texte doit paraître.
wordpress-parent = Page parente non reprise
wordpress-parent-advice = La page n’est plus sous celle-ci.
wordpress-summary = Résumé fait des premiers mots
wordpress-summary-advice = Écrivez mieux dans `summary`.
wordpress-author = Auteur non repris
wordpress-author-advice = Les pages n’ont pas d’auteur ici ; pour d’autres textes, l’export n’a que l’identifiant de connexion.
wordpress-tags = Étiquettes non reprises
wordpress-tags-advice = Urne n’a que des rubriques.
wordpress-comments = Commentaires non repris
wordpress-comments-advice = Gardez l’export : ils y sont.
wordpress-fields = Champs d’extensions non repris
wordpress-fields-advice = Ils servaient à des extensions ou au thème.
wordpress-sticky = Article épinglé en tête
wordpress-sticky-advice = Rien n’est épinglé ici.
