# Ce qui ne va pas dans une valeur, un champ ou un fichier, quel qu’en soit le sujet.

# Sortes de valeurs : ce qui est trouvé, ou ce qu’il faut.
fields-nothing = une valeur vide
fields-boolean = `true` ou `false`
fields-number = un nombre
fields-text = un texte
fields-list = une liste
fields-table = un groupe de champs

# Valeurs à écrire.
fields-line = un texte sur une seule ligne
fields-flag = `true` ou `false`, sans guillemets
fields-reference = une adresse, sur ce site ou ailleurs
fields-reference-example = "/actualites/" ou "media/place.jpg"
fields-slug = une suite de minuscules sans accent, de chiffres et de traits d’union
fields-url = une adresse complète
fields-mail = une adresse électronique
fields-date = une date
fields-when = un jour, avec ou sans heure
fields-when-example = "2017-01-29", ou "2017-01-29T09:00:00"
fields-count = un nombre entier de 0 à 100000000
fields-count-example = 842
fields-small-number = un nombre entier de 1 à 9999
fields-small-number-example = 35
fields-percentage = un pourcentage de 0 à 100, avec deux décimales au plus
fields-percentage-example = 35.68, avec un point
fields-round = le numéro du tour
fields-round-example = 1 ou 2
fields-party-colour = une couleur, ou le code d’une nuance
fields-party-colour-example = "#005a9c" ou "SOC"
fields-accent = une couleur assez foncée pour se lire sur du blanc (contraste de 4,5)

# Une valeur qui n’est pas celle qu’il faut.
fields-expected = il faut ici { $it }
fields-must-be = `{ $field }` doit être { $it }
fields-found = il y a ici { $it }
fields-found-long-text = il y a ici un long texte
fields-write-like-this = écrivez-le ainsi : { $example }
fields-write-named = écrivez les champs qui décrivent { $of }, chacun avec son nom

# Champs.
fields-missing = le champ `{ $name }` manque
fields-missing-found = { $of } en a besoin
fields-missing-help = ajoutez `{ $name }` : { $expected }, par exemple { $example }
fields-duplicate = le champ `{ $name }` est écrit deux fois
fields-duplicate-help = gardez un seul des deux
fields-second = c’est la deuxième fois
fields-unknown = champ inconnu : `{ $name }`
fields-unknown-found = { $of } n’a pas de champ de ce nom
fields-unknown-help = { $of } a ces champs : { $known }
fields-did-you-mean = vouliez-vous écrire `{ $known }` ?

# Textes.
fields-too-long = ce texte est trop long
fields-too-long-found = { $bytes } octets sur une seule ligne
fields-too-long-help = raccourcissez-le : la place d’un long texte est dans un article ou une page
fields-invisible = le texte contient un caractère invisible
fields-invisible-turns = { $letter } renverse le sens de lecture
fields-invisible-ends-line = { $letter } termine la ligne
fields-invisible-control = { $letter } est un caractère de commande
fields-invisible-hidden = { $letter } ne se voit pas
fields-invisible-help = supprimez-le, ou retapez les mots qui l’entourent : il vient souvent d’un copier-coller
fields-unfilled = ce texte est encore celui du modèle
fields-unfilled-found = il n’a pas été remplacé
fields-unfilled-help = remplacez-le, ou effacez-le s’il ne sert pas

# Fichiers.
fields-file-too-large = ce fichier est trop gros : { $size } ko
fields-file-too-large-help = restez au-dessous de { $most } ko, au besoin avec plusieurs fichiers
fields-file-unreadable = ce fichier ne peut pas être lu : { $error }
fields-file-unreadable-help = vérifiez que le fichier existe et qu’il peut être ouvert
fields-file-not-utf-8 = ce fichier n’est pas un texte en UTF-8
fields-file-not-utf-8-help = enregistrez-le de nouveau en UTF-8. Bloc-notes : Fichier, Enregistrer sous, Encodage « UTF-8 » ; TextEdit : Format, Convertir au format Texte, puis Codage « Unicode (UTF-8) » en enregistrant ; LibreOffice : Fichier, Enregistrer sous, type « Texte – Choisir l’encodage », puis « Unicode (UTF-8) »
fields-file-not-utf-8-help-table = enregistrez-le au format « CSV UTF-8 ». Excel : Fichier, Enregistrer sous, type « CSV UTF-8 (délimité par des virgules) » ; LibreOffice : Fichier, Enregistrer sous, type « Texte CSV », puis jeu de caractères « Unicode (UTF-8) »
fields-file-document = ce fichier n’est pas un texte : c’est un document de traitement de texte ou un PDF
fields-file-document-help = ouvrez-le, copiez son texte, et collez-le dans un fichier commencé par `urne new article "Titre"` ; le changement de nom ne suffit pas
fields-accent-named = une couleur s’écrit par son code
fields-accent-named-found = ceci est son nom
fields-accent-named-help = écrivez `"{ $code }"`, ou un autre code : # et six signes, que donne un sélecteur de couleurs
