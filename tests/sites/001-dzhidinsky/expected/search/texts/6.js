metodbank.take("texts/6","19907dd5",["","","",""])
