# Ce que `urne import` dit de fichiers publiés, et de ce qu’il en fait.

## Endroits

import-the-file = le fichier
import-the-workbook = le classeur
import-the-table = le tableau
import-line = ligne { $number }
import-row = ligne { $number }
import-item = élément { $number }
import-cell = { $row }, colonne { $column } « { $name } »
import-field = { $row }, champ « { $name } »
import-column = colonne { $number } « { $name } »
import-line-and-column = ligne { $line }, colonne { $column }
import-in-sheet = feuille « { $name } », { $place }
import-of-sheet = feuille « { $name } » : { $error }
import-at = { $place } : { $found }
import-quoted = « { $name } »

## Listes

import-none = aucun
import-nothing = rien
import-more = et { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
import-and-more = { $names } et { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
import-more-lines = … et { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
import-times = { $name } ({ $count } fois)

## Fichiers illisibles

import-empty = il est vide
import-again-help = téléchargez-le ou exportez-le de nouveau
import-unreadable = il ne peut pas être lu : { $error }
import-unreadable-help = vérifiez que le fichier existe, qu’il peut être lu et qu’il a été téléchargé en entier
import-endless-line = la ligne dépasse { $most } octets
import-endless-line-help = ce n’est pas un tableau ; téléchargez de nouveau le fichier
import-too-large = il dépasse 512 Mo
import-too-large-help = découpez-le en un fichier par département
import-zero-byte = elle contient un octet nul
import-zero-byte-help = le fichier est abîmé ou n’est pas un tableau : téléchargez-le de nouveau, ou ouvrez-le dans un tableur et enregistrez-le au format « CSV UTF-8 »
import-no-encoding = le texte n’est pas du français en UTF-8, Windows-1252, Latin-1 ou page de codes 850
import-no-encoding-help = ouvrez le fichier dans un tableur, vérifiez que les accents sont justes, enregistrez-le au format « CSV UTF-8 »
import-invalid-bytes = cela ressemble à du texte { $encoding }, mais certains octets sont faux
import-invalid-bytes-help = téléchargez-le de nouveau ; si cela ne suffit pas, ouvrez-le dans un tableur et enregistrez-le au format « CSV UTF-8 »
import-no-table = ce n’est pas un tableau : { $error }
import-no-table-help = ouvrez-le dans un tableur et enregistrez-le de nouveau au format « CSV UTF-8 »
import-no-json = ce n’est pas du JSON : { $error }
import-interrupted-help = le téléchargement a peut-être été interrompu : téléchargez de nouveau le fichier
import-no-territory = il ne contient aucun territoire
import-no-territory-help = il faut une liste de territoires, chacun avec une liste de candidats
import-cut = la ligne est coupée : { $cells ->
    [one] { $cells } cellule
   *[other] { $cells } cellules
} sur { $expected }

## Fichiers d’une autre sorte

import-is-parquet = c’est un fichier Parquet
import-is-arrow = c’est un fichier Arrow
import-is-sqlite = c’est une base de données SQLite
import-is-pdf = c’est un document PDF
import-is-rtf = c’est un document RTF
import-is-png = c’est une image (PNG)
import-is-jpeg = c’est une image (JPEG)
import-is-gif = c’est une image (GIF)
import-is-bzip2 = il est compressé avec bzip2
import-is-xz = il est compressé avec xz
import-is-zstandard = il est compressé avec Zstandard
import-is-seven-zip = c’est une archive 7-Zip
import-is-rar = c’est une archive RAR
import-is-html = c’est une page web (HTML)
import-is-mhtml = c’est une page web (MHTML)
import-is-xml = c’est un fichier XML
import-is-zip = c’est une archive ZIP et non un classeur
import-is-zip-with = c’est une archive ZIP et non un classeur ; son premier fichier est « { $name } »
import-convert-help = convertissez son tableau en CSV avec un logiciel qui lit ces fichiers, ou téléchargez le CSV de la même publication
import-published-help = téléchargez le tableau de la même publication au format CSV, XLS, XLSX ou JSON
import-unpack-help = décompressez-le et importez le fichier qu’il contient, ou compressez ce fichier avec gzip
import-save-page-help = si un tableur l’ouvre comme un tableau, enregistrez-le au format XLSX ou « CSV UTF-8 » ; sinon l’adresse menait à une page et non au fichier : téléchargez-le de nouveau
import-save-text-help = ouvrez-le dans un tableur et enregistrez-le au format XLSX ou « CSV UTF-8 », ou téléchargez le CSV de la même publication

## Classeurs

import-locked = il est protégé par un mot de passe
import-locked-help = ouvrez-le dans un tableur et enregistrez-le sans mot de passe
import-broken-help = ouvrez-le dans un tableur ; s’il s’ouvre, enregistrez-le de nouveau, sinon téléchargez-le de nouveau
import-no-results-help = enregistrez la feuille qui contient les résultats
import-without-sheets = ce n’est pas un classeur, il n’a pas de feuilles
import-without-sheets-help = n’écrivez pas --sheet
import-no-such-sheet = il n’a pas de feuille « { $name } »
import-sheets-are = ses feuilles sont { $names }
import-sheet-meant = vouliez-vous dire « { $meant } » ? ses feuilles sont { $names }
import-sheet-line = « { $name } » : { $what }
import-a-table = un tableau
import-sheet-not-asked-for = une autre feuille est demandée
import-sheet-of-round = son nom ou son titre annonce le tour { $other } et non le tour { $round }
import-sheet-without-round = elle n’annonce pas le tour { $round }, comme le fait une autre
import-sheet-of-sums = c’est un total de tout le pays
import-several = plusieurs de ses feuilles pourraient être lues :
import-several-of-round = plusieurs de ses feuilles pourraient être lues pour le tour { $round } :
import-but-not = mais pas celles-ci :
import-choose = choisissez-en une par son nom avec --sheet "{ $sheet }"
import-choose-or-level = choisissez-en une par son nom avec --sheet "{ $sheet }", ou par son niveau avec --level { $level }
import-passed-help = demandez ce que contient le fichier, avec --round, --level ou --sheet ; si un nom ou un titre est faux, corrigez-le
import-no-sheet = aucune de ses feuilles ne peut être lue :
import-no-sheet-help = docs/import.md décrit les présentations et leurs colonnes ; demandez ce que contient le fichier, avec --round, --level ou --sheet
import-other-level = son niveau est `{ $level }` et non `{ $wanted }`
import-other-level-help = n’écrivez pas --level, ou importez le fichier de ce niveau

## Colonnes

import-no-layout = présentation inconnue ; colonnes vues : { $columns } ; il manque : { $missing }
import-no-layout-brief = présentation inconnue ; il manque : { $missing }
import-no-layout-help = docs/import.md décrit les présentations et leurs colonnes ; renommez les colonnes de l’en-tête comme les leurs
import-missing-header = une ligne d’en-tête avec au moins 3 colonnes connues
import-missing-panels = une colonne des numéros de panneau, comme « Panneau », à côté des noms
import-missing-codes = un code de territoire, comme « Code de la commune »
import-missing-votes = « Inscrits » ou un autre total, et « Voix », « Voix 1 » ou des colonnes de nombres entiers qui portent les noms des candidats
import-no-rows = il n’y a aucune ligne sous l’en-tête
import-unused-shared = { $name } (la même valeur pour plusieurs candidats)
import-unused-instead = { $name } ({ $other } est lue à sa place)
import-codes-of-two-forms = `{ $two }` ne peut se lire qu’en 2 + 3 chiffres et `{ $three }` qu’en 3 + 2
import-codes-of-two-forms-help = écrivez le département dans une colonne à part, ou tous les codes sous la même forme
import-no-such-round = la colonne ne contient pas le tour { $round }, mais { $rounds }
import-no-such-round-help = importez le fichier de ce tour, ou choisissez un autre tour avec --round
import-empty-round = la cellule est vide là où il faut le numéro d’un tour
import-no-round = `{ $text }` n’est pas un tour
import-no-round-help = écrivez 1 ou 2, ou effacez le nom de la colonne si elle ne contient pas de tours

## Lignes et cellules

import-no-count = la cellule est vide là où il faut un nombre entier
import-negative-count = `{ $text }` est négatif ; aucun total ne peut l’être
import-not-whole = `{ $text }` n’est pas un nombre entier
import-no-percentage = `{ $text }` n’est pas un pourcentage
import-cell-help = comparez avec la page de la source, corrigez la cellule ou téléchargez de nouveau le fichier
import-nameless = ce candidat n’a pas de nom
import-nameless-help = écrivez le nom de la personne ou de la liste
import-other-counts = { $place } : les totaux ne sont pas ceux donnés plus haut ({ $before })
import-candidate-twice = { $place } : { $name } figure deux fois dans ce territoire
import-contradictory = ses chiffres se contredisent
import-without-code = aucun code de territoire
import-unknown-code = aucun code de territoire connu : { $texts }
import-twice = { $territory } figure déjà plus haut ({ $first })
import-twice-help = le fichier donne deux fois ce territoire : demandez à la source quelle ligne est juste, ou importez le fichier d’un autre niveau
import-twice-or-columns-help = une des colonnes qui n’ont pas été comprises distingue peut-être les deux lignes, par exemple un code de bureau de vote ; renommez-la comme l’indique docs/import.md : { $columns }
import-nothing-within = aucune ligne n’est dans { $within }
import-nothing-left = aucune ligne ne peut être utilisée :
import-nothing-left-help = comparez les codes avec ceux du fichier
import-same-everywhere =
    C’est la même chose à chaque ligne : une colonne est sans doute mal comprise.
    {"  "}lues comme candidats : { $candidates }
    {"  "}colonnes non lues : { $columns }
import-same-everywhere-help = renommez les colonnes mal comprises comme l’indique docs/import.md

## Différences

import-negative = { $place } : `{ $text }` est négatif
import-other-percentage = { $place } : { $percent } dans le fichier, { $computed } d’après ses autres chiffres
import-impossible-percentages = { $row } : aucun nombre entier de bulletins ne donne tous les pourcentages du fichier

## Candidats

import-without-panel = { $name } n’a pas de numéro de panneau
import-without-panel-help = écrivez son numéro, ou supprimez la ligne
import-panel-twice = le panneau { $panel } est déjà celui de { $name }
import-panel-twice-help = gardez une ligne par panneau : la liste d’un seul territoire, les têtes de liste seulement
import-columns-without-panel = colonnes sans panneau : { $columns }
import-panels-without-column = panneaux sans colonne : { $panels }
import-columns-and-panels-alone = colonnes sans panneau : { $columns } ; panneaux sans colonne : { $panels }
import-join-help = la liste doit être celle de cette élection et de ce tour ; une colonne se trouve par le numéro de panneau du tableau des candidats, ou par le nombre qui termine sa clé (`key`)
import-title = { $key } : `{ $what }` « { $title } »
import-other-title = { $key } : `{ $what }` « { $before } » → « { $after } »

## Corrections

import-registered = inscrits
import-abstentions = abstentions
import-voters = votants
import-blank = blancs
import-null = nuls
import-blank-and-null = blancs et nuls
import-valid = exprimés
import-new-territory = { $territory } : nouveau
import-gone-territory = { $territory } : disparu
import-renamed = { $territory } : s’appelait { $before }
import-other-figure = { $territory } : { $figure } { $before } → { $after }
import-counted-and-gone = { $territory } était dépouillé et a disparu
import-fell = { $territory } : { $figure } en baisse, de { $before } à { $after }
import-rose-alone = { $territory } : exprimés en hausse, de { $before } à { $after }, alors qu’aucun pourcentage ne change

## Ce qui empêche d’écrire

import-nothing-written = Rien n’a été écrit.
import-no-election = { $path } n’existe pas ; écrivez d’abord le fichier de l’élection (docs/fr/resultats.md en montre un)
import-tables-with-problems = les tableaux déjà présents contiennent des erreurs :
import-no-table-of-candidates = { $folder } n’a pas de tableau des candidats pour le tour { $round } ; importez d’abord ses résultats. Si les candidats changent d’un territoire à l’autre, le fichier des résultats les nomme déjà
import-implausible = { $file } change de façon invraisemblable ce qui avait été importé :
import-implausible-help = demandez à la source quelle version est juste ; --accept-differences l’importe malgré tout
import-strangers =
    { $file } a d’autres candidats que les tableaux de ce tour déjà présents :
    {"  "}seulement dans le fichier : { $here }
    {"  "}seulement dans les tableaux : { $there }
import-strangers-help = écrivez-les de la même façon, dans le fichier ou comme `key` dans round-{ $round }-candidates.csv et dans les tableaux ; supprimez les tableaux s’ils sont faux
import-folder-not-made = impossible de créer { $path }
import-not-replaced = impossible de remplacer { $path }
import-not-removed = impossible de supprimer { $path }

## Le compte rendu

import-reading = lecture de { $file }
import-comparing = { $count ->
    [one] comparaison de { $count } territoire
   *[other] comparaison de { $count } territoires
}
import-sheet-read = La feuille « { $name } » a été lue.
import-sheets-not-read = { $count ->
    [one] { $count } feuille non lue (--sheet en choisit une autre) :
   *[other] { $count } feuilles non lues (--sheet en choisit une autre) :
}
import-rows-of-other-rounds = { $count ->
    [one] { $count } ligne d’un autre tour laissée de côté.
   *[other] { $count } lignes d’un autre tour laissées de côté.
}
import-candidates = { $count ->
    [one] { $count } candidat : { $names }.
   *[other] { $count } candidats : { $names }.
}
import-candidates-by-panel = { $count ->
    [one] { $count } candidat trouvé par son panneau.
   *[other] { $count } candidats trouvés par leur panneau.
}
import-figures-changed = { $count ->
    [one] { $count } chiffre changé :
   *[other] { $count } chiffres changés :
}
import-differences = { $count ->
    [one] { $count } différence entre ce qu’écrit le fichier et ce que donnent ses autres chiffres :
   *[other] { $count } différences entre ce qu’écrit le fichier et ce que donnent ses autres chiffres :
}
import-rows-refused = { $count ->
    [one] { $count } ligne refusée :
   *[other] { $count } lignes refusées :
}
import-columns-not-read = { $count ->
    [one] { $count } colonne non lue :
   *[other] { $count } colonnes non lues :
}
import-titles-replaced = { $count ->
    [one] { $count } titre remplacé :
   *[other] { $count } titres remplacés :
}
import-titles-kept = { $count ->
    [one] { $count } titre inchangé, car le tableau en a un autre ; --replace prend celui qui est publié :
   *[other] { $count } titres inchangés, car le tableau en a d’autres ; --replace prend ceux qui sont publiés :
}
import-titles-added = { $count ->
    [one] { $count } titre ajouté :
   *[other] { $count } titres ajoutés :
}
import-remark = { $row } : une remarque : { $text }
import-row-without-code = une ligne sans code connu
import-sum = { $name } : un total et non un territoire
import-equal-sum = { $name } : un total et non un territoire ; c’est bien la somme des lignes
import-other-sum = { $name } : un total et non un territoire ; il a { $count } inscrits, les lignes { $rows }
import-rounds-either-way = Le fichier arrondit tantôt vers le haut, tantôt vers le bas ce qui est juste entre deux pourcentages.
import-prints-rests = Le fichier donne comme abstentions ou comme votants ce que l’autre laisse de 100 %.
import-percentages-of-one = Le fichier écrit les pourcentages comme des parts de un (0,5 pour 50 %).
import-cuts-off = Le fichier coupe ses pourcentages au lieu de les arrondir.
import-territories = { $level ->
    [stations] { $count ->
        [one] { $count } bureau de vote
       *[other] { $count } bureaux de vote
    }
    [communes] { $count ->
        [one] { $count } commune
       *[other] { $count } communes
    }
    [cantons] { $count ->
        [one] { $count } canton
       *[other] { $count } cantons
    }
    [circonscriptions] { $count ->
        [one] { $count } circonscription
       *[other] { $count } circonscriptions
    }
    [departments] { $count ->
        [one] { $count } département
       *[other] { $count } départements
    }
    [regions] { $count ->
        [one] { $count } région
       *[other] { $count } régions
    }
   *[country] { $count } pays
}
import-summary = { $rows ->
    [one] { $rows } ligne lue
   *[other] { $rows } lignes lues
}, { $territories }, { $candidates ->
    [one] { $candidates } candidat
   *[other] { $candidates } candidats
}, { $differences ->
    [one] { $differences } différence
   *[other] { $differences } différences
}, { $refused ->
    [one] { $refused } ligne refusée
   *[other] { $refused } lignes refusées
}.
import-wrote = écrit : { $path }
import-removed = supprimé : { $path }
import-nothing-changed = Rien n’a changé : la même chose avait déjà été importée.
import-done = Tour { $round } de { $election }.

## Contours

import-outlines-no-name = `{ $name }` ne convient pas comme nom : écrivez des lettres minuscules sans accents, des chiffres et des traits d’union
import-outlines-without-source = `--source` est vide : dites qui a tracé les contours, et quand
import-outlines-refused = { $file } est refusé
import-outlines-no-json = ce n’est pas du JSON
import-outlines-no-geojson = ce n’est pas du GeoJSON : son `type` doit être `FeatureCollection`, et il est { $kind }
import-outlines-missing = absent
import-outlines-no-polygon = un élément n’est ni un `Polygon` ni un `MultiPolygon`
import-outlines-empty = il est vide : il ne contient aucun élément
import-outlines-twice = le code { $code } figure deux fois
import-outlines-nameless = sans nom
import-outlines-without-code = l’élément { $number } ({ $name }) n’a pas de `code` parmi ses propriétés
import-outlines-without-name = l’élément { $number } ({ $code }) n’a pas de `nom`
import-outlines-without-geometry = { $territory } n’a pas de contour
import-outlines-wrong = le contour de { $territory } est faux
import-outlines-without-outline = le contour de { $territory } est vide
import-outlines-position = un point doit avoir une longitude et une latitude
import-outlines-degrees = { $position } n’est pas une longitude et une latitude en degrés (WGS 84)
import-outlines-short-ring = une ligne de contour a moins de quatre points
import-outlines-open-ring = une ligne de contour n’est pas fermée : ses deux bouts diffèrent
import-outlines-flat-ring = une ligne de contour a moins de trois points différents
import-outlines-without-extent = les territoires n’ont pas d’étendue
import-outlines-too-small = { $territory } est trop petit pour se voir à côté des autres
import-outlines-too-many = il y a trop de territoires pour une seule carte
